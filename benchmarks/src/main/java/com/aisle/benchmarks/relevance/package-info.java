/** How good the order of the answers is, by the judgement of people. */
@NullMarked
package com.aisle.benchmarks.relevance;

import org.jspecify.annotations.NullMarked;
