/**
 * The search function: {@code GET /v1/search}, {@code GET /v1/products/{id}} and {@code GET
 * /v1/health}. Words come from a local mirror of the text index, meaning from the vector store;
 * either answers alone when the other is away.
 */
@NullMarked
package com.aisle.search;

import org.jspecify.annotations.NullMarked;
