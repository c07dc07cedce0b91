package com.aisle.vectors;

/**
 * A vector near a query.
 *
 * @param score cosine, in [-1, 1]
 */
public record Neighbour(String id, float score) {}
