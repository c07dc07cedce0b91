/** The fake of the publisher for other modules' tests. */
@NullMarked
package com.aisle.messaging.testing;

import org.jspecify.annotations.NullMarked;
