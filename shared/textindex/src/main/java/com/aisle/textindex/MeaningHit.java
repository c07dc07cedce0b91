package com.aisle.textindex;

/**
 * A product that is near to a query by meaning.
 *
 * @param score the higher the nearer; comparable only within one {@link Meaning}
 */
public record MeaningHit(String id, float score) {}
