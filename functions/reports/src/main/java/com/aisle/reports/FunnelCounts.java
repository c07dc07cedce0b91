package com.aisle.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far they came.
 *
 * @param reached how many reached each step, having done all steps before
 * @param medians seconds from the step before, as the median of those who reached the step; null
 *     where that is not known
 */
record FunnelCounts(List<Long> reached, List<@Nullable Double> medians) {}
