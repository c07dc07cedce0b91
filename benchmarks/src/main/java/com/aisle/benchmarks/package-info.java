/** Speed and relevance of a running Aisle, measured from outside. */
@NullMarked
package com.aisle.benchmarks;

import org.jspecify.annotations.NullMarked;
