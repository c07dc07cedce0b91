package com.aisle.textindex;

import com.aisle.catalog.filter.FilterField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Counts products by the values of facets, exactly, in one pass.
 *
 * <p>Drills sideways: a product that fulfils every facet's condition counts everywhere, one that
 * fails exactly one condition counts in that condition's facet alone.
 */
final class FacetCounter {

  private final IndexSearcher searcher;
  private final FacetOrdinals ordinals;
  private final List<FilterField> facets;
  private final @Nullable Weight[] conditions;
  private final int[][] counts;
  private long total;

  private FacetCounter(
      IndexSearcher searcher,
      FacetOrdinals ordinals,
      List<FilterField> facets,
      Map<FilterField, Query> conditions)
      throws IOException {
    this.searcher = searcher;
    this.ordinals = ordinals;
    this.facets = facets;
    this.conditions = new Weight[facets.size()];
    this.counts = new int[facets.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new int[ordinals.size(IndexFields.facet(facets.get(i)))];
      Query condition = conditions.get(facets.get(i));
      this.conditions[i] = condition == null ? null : weight(condition);
    }
  }

  /**
   * @param base what is counted, without the conditions
   */
  static FacetCounts count(
      IndexSearcher searcher,
      FacetOrdinals ordinals,
      Query base,
      Map<FilterField, Query> conditions,
      List<FilterField> facets)
      throws IOException {
    List<FilterField> distinct = facets.stream().distinct().toList();
    FacetCounter counter = new FacetCounter(searcher, ordinals, distinct, conditions);
    searcher.search(base, counter.new OneThread());
    return new FacetCounts(counter.total, counter.commonest());
  }

  private Weight weight(Query query) throws IOException {
    return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private Map<FilterField, List<FacetCount>> commonest() throws IOException {
    Map<FilterField, List<FacetCount>> commonest = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      commonest.put(facets.get(i), commonest(IndexFields.facet(facets.get(i)), counts[i]));
    }
    return commonest;
  }

  /** By count, equal counts by the order of the values. */
  private List<FacetCount> commonest(String field, int[] count) throws IOException {
    PriorityQueue<Integer> best =
        new PriorityQueue<>(
            (a, b) -> count[a] != count[b] ? Integer.compare(count[a], count[b]) : b - a);
    for (int ordinal = 0; ordinal < count.length; ordinal++) {
      if (count[ordinal] > 0) {
        best.add(ordinal);
        if (best.size() > SearchResult.MAX_VALUES) {
          best.poll();
        }
      }
    }
    List<FacetCount> values = new ArrayList<>();
    while (!best.isEmpty()) {
      int ordinal = best.remove();
      values.add(new FacetCount(FieldValue.read(ordinals.value(field, ordinal)), count[ordinal]));
    }
    return values.reversed();
  }

  /** The searcher has no executor, so all segments are counted by the calling thread. */
  private final class OneThread implements CollectorManager<Collector, Void> {
    @Override
    public Collector newCollector() {
      return new Collector() {
        @Override
        public ScoreMode scoreMode() {
          return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
          return new SegmentCounter(leaf);
        }
      };
    }

    @Override
    @SuppressWarnings("NullAway") // the type Void has no other value
    public Void reduce(Collection<Collector> collectors) {
      return null;
    }
  }

  private final class SegmentCounter implements LeafCollector {

    private final FacetValues[] values = new FacetValues[counts.length];
    private final @Nullable Condition[] segmentConditions = new Condition[counts.length];

    SegmentCounter(LeafReaderContext leaf) throws IOException {
      for (int i = 0; i < counts.length; i++) {
        String field = IndexFields.facet(facets.get(i));
        values[i] = new FacetValues(leaf, field, ordinals.map(field), counts[i]);
        Weight condition = conditions[i];
        segmentConditions[i] = condition == null ? null : new Condition(condition.scorer(leaf));
      }
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) throws IOException {
      int failed = -1;
      for (int i = 0; i < segmentConditions.length; i++) {
        Condition condition = segmentConditions[i];
        if (condition != null && !condition.holds(doc)) {
          if (failed >= 0) {
            return;
          }
          failed = i;
        }
      }
      if (failed >= 0) {
        values[failed].count(doc);
        return;
      }
      total++;
      for (FacetValues facet : values) {
        facet.count(doc);
      }
    }
  }
}
