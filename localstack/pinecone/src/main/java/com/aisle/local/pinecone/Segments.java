package com.aisle.local.pinecone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The records of a namespace on disk: a Lucene index with an HNSW graph for each segment.
 *
 * <p>Reads see the state that {@link #show} gave them. {@link #write} and {@link #newest} belong to
 * one thread at a time, {@link #show} to a moment without reads.
 */
final class Segments implements AutoCloseable {

  private static final String ID = "id";
  private static final String RECORD = "record";
  private static final String DENSE = "dense";
  private static final String SPARSE = "sparse";
  private static final String SPARSE_INDEX = "sparseIndex";
  private static final String LAST_WRITE = "lastWrite";

  /** Fewer candidates would cost recall when only a few records are asked for. */
  private static final int MIN_CANDIDATES = 100;

  private static final double WRITE_BUFFER_MEGABYTES = 64;

  private final Metric metric;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private IndexSearcher searcher;

  private Segments(
      Metric metric, FSDirectory directory, IndexWriter writer, DirectoryReader reader) {
    this.metric = metric;
    this.directory = directory;
    this.writer = writer;
    this.searcher = newSearcher(reader);
  }

  static Segments open(Path path, Metric metric) throws IOException {
    FSDirectory directory = FSDirectory.open(path);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES);
    config.setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    return new Segments(metric, directory, writer, DirectoryReader.open(writer));
  }

  private static IndexSearcher newSearcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    // Filters differ from query to query here, and a cached one holds memory for nothing.
    searcher.setQueryCache(null);
    return searcher;
  }

  /** The number of the last write that these segments hold. */
  long lastWrite() {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().equals(LAST_WRITE)) {
          return Long.parseLong(entry.getValue());
        }
      }
    }
    return 0;
  }

  /** Writes these records, or removes those that are empty, and commits. */
  void write(Map<String, Optional<StoredVector>> changes, long lastWrite) throws IOException {
    for (Map.Entry<String, Optional<StoredVector>> change : changes.entrySet()) {
      Term id = new Term(ID, change.getKey());
      if (change.getValue().isPresent()) {
        writer.updateDocument(id, document(change.getValue().get()));
      } else {
        writer.deleteDocuments(id);
      }
    }
    writer.setLiveCommitData(Map.of(LAST_WRITE, Long.toString(lastWrite)).entrySet());
    writer.commit();
  }

  private Document document(StoredVector vector) {
    Document document = new Document();
    document.add(new StringField(ID, vector.id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(vector.id())));
    document.add(new StoredField(RECORD, vector.message().toByteArray()));
    if (vector.values().length > 0) {
      document.add(new KnnFloatVectorField(DENSE, vector.values(), metric.similarity()));
    }
    SparseVector sparse = vector.sparse();
    if (sparse != null) {
      document.add(new BinaryDocValuesField(SPARSE, sparse.encode()));
      for (int index : sparse.indices()) {
        document.add(new IntPoint(SPARSE_INDEX, index));
      }
    }
    for (BytesRef term : MetadataTerms.of(vector.metadata())) {
      document.add(new StringField(MetadataTerms.FIELD, term, Field.Store.NO));
    }
    return document;
  }

  /** A reader of all that is committed. */
  DirectoryReader newest() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Reads see this state from now on. */
  void show(DirectoryReader reader) throws IOException {
    DirectoryReader before = (DirectoryReader) searcher.getIndexReader();
    searcher = newSearcher(reader);
    before.close();
  }

  Optional<StoredVector> find(String id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(new Term(ID, id)), 1);
    return found.scoreDocs.length == 0
        ? Optional.empty()
        : Optional.of(record(found.scoreDocs[0].doc));
  }

  private StoredVector record(int document) throws IOException {
    BytesRef bytes = searcher.storedFields().document(document).getBinaryValue(RECORD);
    return StoredVector.decode(bytes);
  }

  int count(MetadataFilter filter, Collection<String> except) throws IOException {
    return searcher.count(matching(filter, except));
  }

  /** The ids of the records that fulfil the filter. */
  List<String> ids(MetadataFilter filter, Collection<String> except) throws IOException {
    List<String> ids = new ArrayList<>();
    visit(
        matching(filter, except),
        leaf -> {
          BinaryDocValues names = DocValues.getBinary(leaf, ID);
          return document -> ids.add(text(names, document));
        });
    return ids;
  }

  /** The first ids in the order of their UTF-8 bytes, that begin with this and are not before. */
  List<String> ids(String prefix, String from, int limit, Collection<String> except)
      throws IOException {
    List<String> ids = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), ID);
    if (terms == null) {
      return ids;
    }
    Bits live = MultiBits.getLiveDocs(searcher.getIndexReader());
    TermsEnum each = terms.iterator();
    boolean more = each.seekCeil(new BytesRef(from)) != TermsEnum.SeekStatus.END;
    while (more && ids.size() < limit) {
      String id = each.term().utf8ToString();
      if (!id.startsWith(prefix)) {
        break;
      }
      if (!except.contains(id) && isLive(each, live)) {
        ids.add(id);
      }
      more = each.next() != null;
    }
    return ids;
  }

  private static boolean isLive(TermsEnum term, @Nullable Bits live) throws IOException {
    PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(documents.docID())) {
        return true;
      }
    }
    return false;
  }

  /** Offers the records nearest to the query. */
  void search(NearestQuery query, Collection<String> except, NearestHits hits) throws IOException {
    if (query.sparse() == null) {
      searchGraph(query, except, hits);
    } else {
      searchExactly(query, except, hits);
    }
  }

  private void searchGraph(NearestQuery query, Collection<String> except, NearestHits hits)
      throws IOException {
    boolean all = query.filter().equals(MetadataFilter.ALL) && except.isEmpty();
    int candidates = Math.max(query.limit(), MIN_CANDIDATES);
    Query nearest =
        new KnnFloatVectorQuery(
            DENSE, query.dense(), candidates, all ? null : matching(query.filter(), except));
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (ScoreDoc hit : searcher.search(nearest, candidates).scoreDocs) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), ID);
      hits.offer(text(ids, hit.doc - leaf.docBase), metric.fromLucene(hit.score));
    }
  }

  /** Sparse weights are exact floats, which Lucene's own FeatureField would round to 9 bits. */
  private void searchExactly(NearestQuery query, Collection<String> except, NearestHits hits)
      throws IOException {
    visit(
        reachable(query, matching(query.filter(), except)),
        leaf -> {
          BinaryDocValues ids = DocValues.getBinary(leaf, ID);
          BinaryDocValues sparse = DocValues.getBinary(leaf, SPARSE);
          FloatVectorValues dense = leaf.getFloatVectorValues(DENSE);
          KnnVectorValues.DocIndexIterator places = dense == null ? null : dense.iterator();
          return document -> {
            float[] values = {};
            if (dense != null && places != null && advance(places, document)) {
              values = dense.vectorValue(places.index());
            }
            SparseVector other =
                sparse.advanceExact(document) ? SparseVector.decode(sparse.binaryValue()) : null;
            if (query.reaches(values, other)) {
              hits.offer(text(ids, document), query.score(metric, values, other));
            }
          };
        });
  }

  private static Query reachable(NearestQuery query, Query matching) {
    SparseVector sparse = query.sparse();
    if (query.hasDense() || sparse == null) {
      return matching;
    }
    return new BooleanQuery.Builder()
        .add(matching, Occur.FILTER)
        .add(IntPoint.newSetQuery(SPARSE_INDEX, sparse.indices()), Occur.FILTER)
        .build();
  }

  private static boolean advance(KnnVectorValues.DocIndexIterator places, int document)
      throws IOException {
    int place = places.docID() < document ? places.advance(document) : places.docID();
    return place == document;
  }

  private static Query matching(MetadataFilter filter, Collection<String> except) {
    Query query = MetadataTerms.query(filter);
    if (except.isEmpty()) {
      return query;
    }
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(query, Occur.FILTER)
        .add(new TermInSetQuery(ID, except.stream().map(BytesRef::new).toList()), Occur.MUST_NOT)
        .build();
  }

  private static String text(BinaryDocValues values, int document) throws IOException {
    if (!values.advanceExact(document)) {
      throw new IllegalStateException("a stored record has no id");
    }
    return values.binaryValue().utf8ToString();
  }

  @FunctionalInterface
  private interface LeafVisitor {
    DocumentVisitor visit(LeafReader leaf) throws IOException;
  }

  @FunctionalInterface
  private interface DocumentVisitor {
    void visit(int document) throws IOException;
  }

  /** Shows every matching document of every segment, in order. */
  private void visit(Query query, LeafVisitor visitor) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      DocumentVisitor documents = visitor.visit(leaf.reader());
      DocIdSetIterator matches = scorer.iterator();
      while (matches.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(matches.docID())) {
          documents.visit(matches.docID());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    writer.close();
    directory.close();
  }
}
