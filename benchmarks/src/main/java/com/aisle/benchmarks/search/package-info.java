/** How fast a search is answered. */
@NullMarked
package com.aisle.benchmarks.search;

import org.jspecify.annotations.NullMarked;
