package com.aisle.alerts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition holds, and by which numbers.
 *
 * @param threshold the limit, or the least change
 * @param earlier the number that a change is measured against; null for a threshold
 */
record Judgement(
    boolean holds, BigDecimal value, BigDecimal threshold, @Nullable BigDecimal earlier) {}
