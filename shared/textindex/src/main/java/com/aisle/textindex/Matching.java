package com.aisle.textindex;

import com.aisle.catalog.filter.FilterField;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * The products that a query finds.
 *
 * @param query matches them and, where the filter does not hold, others
 * @param top those of the wanted page and before, in order
 * @param dropped how many words went unmatched
 */
record Matching(Query query, List<ScoreDoc> top, int dropped) {

  /** Beyond this many hits the search may skip those that cannot come to the top. */
  private static final int COUNTED = 1_000;

  static Matching find(
      IndexSearcher searcher, QueryPlan plan, Query filter, TextQuery query, Meaning meaning)
      throws IOException {
    Search search = new Search(searcher, plan, filter, query);
    Matching words = search.byWords();
    boolean wordsAlone =
        meaning.hits().isEmpty()
            || (query.sort() != Sort.RELEVANCE && words.dropped == 0 && !words.top.isEmpty());
    return wordsAlone ? words : search.byBoth(words, meaning);
  }

  private record Search(IndexSearcher searcher, QueryPlan plan, Query filter, TextQuery query) {

    /** By all words or, where that finds nothing, by all but as few as possible. */
    Matching byWords() throws IOException {
      int dropped = 0;
      Query words = WordQueries.matching(plan, 0);
      List<ScoreDoc> top = top(filtered(words));
      while (top.isEmpty() && dropped + 1 < plan.slots().size()) {
        words = WordQueries.matching(plan, ++dropped);
        top = top(filtered(words));
      }
      return new Matching(words, top, top.isEmpty() ? 0 : dropped);
    }

    Matching byBoth(Matching words, Meaning meaning) throws IOException {
      Query nearEnough = FilterQueries.all(List.of(ids(meaning.nearEnough()), FilterQueries.LIVE));
      Query both =
          new BooleanQuery.Builder()
              .add(words.query, Occur.SHOULD)
              .add(nearEnough, Occur.SHOULD)
              .build();
      List<ScoreDoc> top =
          query.sort() == Sort.RELEVANCE ? fused(words, both, meaning) : top(filtered(both));
      return new Matching(both, top, words.dropped);
    }

    private static Query ids(List<String> ids) {
      return new TermInSetQuery(IndexFields.ID, ids.stream().map(BytesRef::new).toList());
    }

    /**
     * Those near by meaning get their score by words too, for any of the words. What only the words
     * found keeps its order, so those of the wanted page and before are enough of it: every page is
     * a part of the same ranking.
     */
    private List<ScoreDoc> fused(Matching words, Query both, Meaning meaning) throws IOException {
      Query near = ids(meaning.hits().stream().map(MeaningHit::id).toList());
      Query anyWord = WordQueries.matching(plan, plan.slots().size());
      Query scored =
          new BooleanQuery.Builder()
              .add(anyWord, Occur.SHOULD)
              .add(near, Occur.FILTER)
              .add(both, Occur.FILTER)
              .add(filter, Occur.FILTER)
              .build();
      Map<Integer, Float> scores = new HashMap<>();
      words.top.forEach(found -> scores.put(found.doc, found.score));
      Map<Integer, String> ids = new HashMap<>();
      for (ScoreDoc found : top(scored, meaning.hits().size())) {
        ids.put(found.doc, id(found.doc));
        scores.put(found.doc, found.score);
      }
      return new Fusion(meaning).fuse(scores, ids);
    }

    private String id(int doc) throws IOException {
      List<LeafReaderContext> leaves = searcher.getLeafContexts();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
      return ids.advanceExact(doc - leaf.docBase) ? ids.binaryValue().utf8ToString() : "";
    }

    private Query filtered(Query matched) {
      return FilterQueries.narrow(matched, filter);
    }

    private List<ScoreDoc> top(Query matched) throws IOException {
      int count = Math.max(1, query.offset() + query.size());
      return switch (query.sort()) {
        case RELEVANCE -> top(matched, count);
        case PRICE_ASCENDING -> sorted(matched, count, byPrice(false));
        case PRICE_DESCENDING -> sorted(matched, count, byPrice(true));
        case NEWEST -> sorted(matched, count, byTime());
      };
    }

    private List<ScoreDoc> top(Query matched, int count) throws IOException {
      int limit = limit(count);
      return List.of(
          searcher.search(matched, new TopScoreDocCollectorManager(limit, COUNTED)).scoreDocs);
    }

    private List<ScoreDoc> sorted(Query matched, int count, SortField... fields)
        throws IOException {
      org.apache.lucene.search.Sort sort = new org.apache.lucene.search.Sort(fields);
      TopFieldCollectorManager manager = new TopFieldCollectorManager(sort, limit(count), COUNTED);
      return Arrays.asList(searcher.search(matched, manager).scoreDocs);
    }

    private int limit(int count) {
      return Math.max(1, Math.min(count, searcher.getIndexReader().maxDoc()));
    }

    private static SortField byPrice(boolean descending) {
      return DoubleField.newSortField(
          IndexFields.number(FilterField.PRICE),
          descending,
          SortedNumericSelector.Type.MIN,
          descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }

    private static SortField byTime() {
      return LongField.newSortField(
          IndexFields.UPDATED, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
    }
  }
}
