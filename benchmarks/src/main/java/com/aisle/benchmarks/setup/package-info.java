/** What every benchmark needs to know before it starts: addresses and data. */
@NullMarked
package com.aisle.benchmarks.setup;

import org.jspecify.annotations.NullMarked;
