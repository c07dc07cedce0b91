/** Aisle's HTTP API and the function behind it, as a benchmark calls them. */
@NullMarked
package com.aisle.benchmarks.api;

import org.jspecify.annotations.NullMarked;
