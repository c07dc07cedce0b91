/** Keys and passwords, fetched when they are used and never written into a function's settings. */
@NullMarked
package com.aisle.secrets;

import org.jspecify.annotations.NullMarked;
