package com.aisle.textindex;

import com.aisle.catalog.filter.FilterValue;

/**
 * How many products of a result have this value.
 *
 * @param value as an {@code Equals} filter on the field takes it
 */
public record FacetCount(FilterValue value, int count) {}
