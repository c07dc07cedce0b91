package com.aisle.textindex;

import com.aisle.catalog.Product;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/**
 * When each product of the writer was last changed: from its reader, and from memory for what was
 * written since that was opened, as opening one writes a segment.
 */
final class StoredTimes implements AutoCloseable {

  /** Then the reader is opened anew, lest memory runs out during an import. */
  private static final int MOST_IN_MEMORY = 50_000;

  private final IndexWriter writer;
  private final Map<String, Long> since = new HashMap<>();
  private DirectoryReader reader;

  StoredTimes(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.reader = DirectoryReader.open(writer);
  }

  boolean isNews(Product product) throws IOException {
    OptionalLong stored = stored(product.id());
    return stored.isEmpty() || ProductDocument.nanos(product.updatedAt()) > stored.getAsLong();
  }

  void remember(Product product) throws IOException {
    since.put(product.id(), ProductDocument.nanos(product.updatedAt()));
    if (since.size() > MOST_IN_MEMORY) {
      reopen();
    }
  }

  /** Products that are not deleted, as of the last {@link #reopen}. */
  long products() throws IOException {
    return new IndexSearcher(reader).count(FilterQueries.LIVE);
  }

  void reopen() throws IOException {
    DirectoryReader changed = DirectoryReader.openIfChanged(reader, writer);
    if (changed != null) {
      reader.close();
      reader = changed;
    }
    since.clear();
  }

  private OptionalLong stored(String id) throws IOException {
    Long recent = since.get(id);
    if (recent != null) {
      return OptionalLong.of(recent);
    }
    Term term = new Term(IndexFields.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      OptionalLong time = stored(leaf.reader(), term);
      if (time.isPresent()) {
        return time;
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong stored(LeafReader segment, Term term) throws IOException {
    PostingsEnum found = segment.postings(term, PostingsEnum.NONE);
    if (found == null) {
      return OptionalLong.empty();
    }
    SortedNumericDocValues times = DocValues.getSortedNumeric(segment, IndexFields.UPDATED);
    for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
      boolean replaced = segment.getLiveDocs() != null && !segment.getLiveDocs().get(doc);
      if (!replaced && times.advanceExact(doc)) {
        return OptionalLong.of(times.nextValue());
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
