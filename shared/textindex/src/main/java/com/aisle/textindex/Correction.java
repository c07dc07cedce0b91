package com.aisle.textindex;

/** A word of the query that no product has, and a similar one that was looked for besides. */
public record Correction(String written, String corrected) {}
