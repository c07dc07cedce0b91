package com.aisle.textindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;

/** One open version. It is closed when its mirror and the last query have let go of it. */
final class OpenIndex {

  private final DirectoryReader reader;
  private final LuceneSearcher searcher;

  OpenIndex(DirectoryReader reader, Synonyms synonyms, IndexVersion version) {
    this.reader = reader;
    this.searcher = new LuceneSearcher(reader, synonyms, version);
  }

  DirectoryReader reader() {
    return reader;
  }

  LuceneSearcher searcher() {
    return searcher;
  }

  /** False when it has been closed meanwhile. */
  boolean acquire() {
    return reader.tryIncRef();
  }

  void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
