/** How soon a change is answered. */
@NullMarked
package com.aisle.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
