/**
 * The filter language of every API, {@code brand = "Xerox" AND price < 50}: parsed once by {@link
 * com.aisle.catalog.filter.FilterParser}, compiled by each store's adapter for its own engine.
 */
@NullMarked
package com.aisle.catalog.filter;

import org.jspecify.annotations.NullMarked;
