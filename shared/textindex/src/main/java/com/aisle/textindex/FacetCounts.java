package com.aisle.textindex;

import com.aisle.catalog.filter.FilterField;
import java.util.List;
import java.util.Map;

/** How many products there are, and how many by value. */
record FacetCounts(long total, Map<FilterField, List<FacetCount>> facets) {}
