/** The fake of the object store for other modules' tests. */
@NullMarked
package com.aisle.storage.testing;

import org.jspecify.annotations.NullMarked;
