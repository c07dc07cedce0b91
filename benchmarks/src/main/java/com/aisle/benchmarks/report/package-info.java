/** Figures and the machine that they were measured on, as text. */
@NullMarked
package com.aisle.benchmarks.report;

import org.jspecify.annotations.NullMarked;
