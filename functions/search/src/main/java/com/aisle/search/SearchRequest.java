package com.aisle.search;

import com.aisle.catalog.CatalogLocale;
import com.aisle.textindex.TextQuery;

/**
 * What a caller looks for and how the answer shall be.
 *
 * @param locale in which titles are shown
 * @param page counted from 1, of as many hits as the query's size
 */
record SearchRequest(TextQuery query, CatalogLocale locale, int page) {}
