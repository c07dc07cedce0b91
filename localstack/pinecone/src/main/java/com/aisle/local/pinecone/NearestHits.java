package com.aisle.local.pinecone;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of the hits that it was offered, never more than its limit. */
final class NearestHits {

  record Hit(String id, float score) {}

  private final int limit;
  private final Comparator<Hit> nearestFirst;
  private final PriorityQueue<Hit> hits;

  NearestHits(int limit, Metric metric) {
    this.limit = limit;
    this.nearestFirst =
        Comparator.comparing(Hit::score, metric.nearestFirst()).thenComparing(Hit::id);
    this.hits = new PriorityQueue<>(nearestFirst.reversed());
  }

  void offer(String id, float score) {
    hits.add(new Hit(id, score));
    if (hits.size() > limit) {
      hits.remove();
    }
  }

  List<Hit> nearestFirst() {
    return hits.stream().sorted(nearestFirst).toList();
  }
}
