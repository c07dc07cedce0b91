/** How a shop's pages call Aisle: what its shoppers are, what they look with and what they do. */
@NullMarked
package com.aisle.local.launcher.shop;

import org.jspecify.annotations.NullMarked;
