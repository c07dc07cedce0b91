package com.aisle.textindex;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** Adds the values that one segment's products have in a facet to the counts of the whole. */
final class FacetValues {

  private final SortedSetDocValues several;

  /** The same where no product of the segment has two values, which reads faster. */
  private final @Nullable SortedDocValues single;

  private final LongValues toGlobal;
  private final int[] counts;

  FacetValues(LeafReaderContext leaf, String field, Optional<OrdinalMap> map, int[] counts)
      throws IOException {
    this.several = DocValues.getSortedSet(leaf.reader(), field);
    this.single = DocValues.unwrapSingleton(several);
    this.toGlobal = map.map(m -> m.getGlobalOrds(leaf.ord)).orElse(LongValues.IDENTITY);
    this.counts = counts;
  }

  void count(int doc) throws IOException {
    if (single != null) {
      if (single.advanceExact(doc)) {
        counts[(int) toGlobal.get(single.ordValue())]++;
      }
    } else if (several.advanceExact(doc)) {
      for (int i = several.docValueCount(); i > 0; i--) {
        counts[(int) toGlobal.get(several.nextOrd())]++;
      }
    }
  }
}
