package com.aisle.benchmarks.freshness;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What of the HTTP API a change can be seen in. */
interface Shop {

  /** Ids of up to {@code count} products that have a price. */
  List<String> priced(int count) throws IOException, InterruptedException;

  /** The document of a product. */
  JsonNode product(String id) throws IOException, InterruptedException;
}
