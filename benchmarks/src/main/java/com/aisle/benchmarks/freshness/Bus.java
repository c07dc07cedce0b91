package com.aisle.benchmarks.freshness;

import java.util.List;

/** The shop's event bus. */
interface Bus {

  /**
   * Publishes an event ProductChanged for each of these product documents.
   *
   * @throws com.aisle.benchmarks.setup.BenchmarkException when the bus refuses one
   */
  void publish(List<String> documents);
}
