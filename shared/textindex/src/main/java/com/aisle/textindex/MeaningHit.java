package com.aisle.textindex;

/**
 * A product that is near to a query by meaning.
 *
 * @param score the cosine: 1 for the same meaning, 0 for none in common
 */
public record MeaningHit(String id, float score) {}
