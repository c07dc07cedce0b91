package com.aisle.textindex;

/**
 * A file of a published version.
 *
 * @param name Lucene's, which another version may use for other content
 * @param key of the object with this content, relative to the index
 * @param size in bytes
 * @param checksum CRC-32 as in the file's footer
 */
record ManifestFile(String name, String key, long size, long checksum) {

  ManifestFile {
    if (!name.matches("\\w[\\w.]*")) {
      throw new IllegalArgumentException("no file name of an index: " + name);
    }
  }

  /** Never the same key for different content: after a lost writer Lucene uses names again. */
  static ManifestFile of(String name, long size, long checksum) {
    String key = "files/%s-%08x-%d".formatted(name, checksum, size);
    return new ManifestFile(name, key, size, checksum);
  }
}
