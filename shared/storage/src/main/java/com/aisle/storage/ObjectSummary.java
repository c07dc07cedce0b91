package com.aisle.storage;

import java.time.Instant;

/**
 * An object without its content.
 *
 * @param size in bytes
 */
public record ObjectSummary(String key, long size, Instant lastModified) {}
