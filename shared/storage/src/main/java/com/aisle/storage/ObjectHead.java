package com.aisle.storage;

import java.time.Instant;
import java.util.Map;

/**
 * What the store knows about an object without reading it.
 *
 * @param size in bytes
 * @param tag changes with the content; compare only for equality
 * @param metadata as given by who wrote it, names in lower case
 */
public record ObjectHead(
    long size, String tag, Instant lastModified, Map<String, String> metadata) {

  public ObjectHead {
    metadata = Map.copyOf(metadata);
  }
}
