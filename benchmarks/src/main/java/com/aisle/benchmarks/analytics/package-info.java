/** How fast reports answer over a year of a shop, and how that compares with a row store. */
@NullMarked
package com.aisle.benchmarks.analytics;

import org.jspecify.annotations.NullMarked;
