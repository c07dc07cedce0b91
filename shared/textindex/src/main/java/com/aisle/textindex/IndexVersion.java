package com.aisle.textindex;

import java.time.Instant;

/**
 * A published state of the index.
 *
 * @param generation one more than that of the version before it
 * @param manifest the key of the object that lists its files, relative to the index
 * @param products how many can be found, deleted ones not counted
 */
public record IndexVersion(long generation, String manifest, long products, Instant publishedAt) {}
