/** The console in a real browser. */
@NullMarked
package com.aisle.console;

import org.jspecify.annotations.NullMarked;
