package com.aisle.textindex;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/** Asks a query about one document after the other, in ascending order. */
final class Condition {

  private final DocIdSetIterator candidates;
  private final @Nullable TwoPhaseIterator check;

  /**
   * @param scorer null when nothing in the segment matches
   */
  Condition(@Nullable Scorer scorer) {
    this.check = scorer == null ? null : scorer.twoPhaseIterator();
    if (scorer == null) {
      this.candidates = DocIdSetIterator.empty();
    } else {
      this.candidates = check == null ? scorer.iterator() : check.approximation();
    }
  }

  boolean holds(int doc) throws IOException {
    if (candidates.docID() < doc) {
      candidates.advance(doc);
    }
    return candidates.docID() == doc && (check == null || check.matches());
  }
}
