/** How fast behaviour comes into the warehouse, and whether all of it does, once. */
@NullMarked
package com.aisle.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
