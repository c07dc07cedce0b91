package com.aisle.textindex;

/**
 * What became of a batch of product states.
 *
 * @param applied how many changed the index
 * @param ignored how many were not newer than what the index had
 */
public record ApplyResult(int applied, int ignored) {}
