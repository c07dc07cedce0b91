package com.aisle.benchmarks.api;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a benchmark reads of a search's answer.
 *
 * @param took by the function's own clock
 * @param ids of the hits, best first
 * @param degraded what was away, usually nothing
 * @param products in the index that answered
 */
public record SearchAnswer(Duration took, List<String> ids, List<String> degraded, long products) {

  static SearchAnswer of(JsonNode body) {
    return new SearchAnswer(
        Duration.ofNanos(Math.round(body.required("took").doubleValue() * 1e6)),
        body.required("hits").valueStream().map(hit -> hit.required("id").stringValue()).toList(),
        body.path("degraded").valueStream().map(JsonNode::stringValue).toList(),
        body.required("index").required("products").longValue());
  }
}
