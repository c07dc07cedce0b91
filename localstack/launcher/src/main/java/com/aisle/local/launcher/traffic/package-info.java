/** Shoppers who search, look and buy, for as long as they are wanted. */
@NullMarked
package com.aisle.local.launcher.traffic;

import org.jspecify.annotations.NullMarked;
