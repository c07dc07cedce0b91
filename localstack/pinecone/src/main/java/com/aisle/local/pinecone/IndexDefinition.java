package com.aisle.local.pinecone;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an index was created as, in the words of Pinecone's control plane.
 *
 * @param dimension 0 for a sparse index
 * @param deletionProtection enabled or disabled
 */
record IndexDefinition(
    String name,
    int dimension,
    Metric metric,
    boolean isSparse,
    String cloud,
    String region,
    String deletionProtection,
    Map<String, String> tags) {

  /** Lucene's own limit; Pinecone's is 20,000. */
  private static final int MAX_DIMENSION = 1_024;

  private static final String NAME = "[a-z0-9]([a-z0-9-]{0,43}[a-z0-9])?";

  IndexDefinition {
    tags = Map.copyOf(tags);
    if (!name.matches(NAME)) {
      throw ApiException.invalid(
          "Name must consist of at most 45 lower case alphanumeric characters or '-', and must start"
              + " and end with an alphanumeric character");
    }
    if (isSparse ? dimension != 0 : dimension < 1 || dimension > MAX_DIMENSION) {
      throw ApiException.invalid(
          "Dimension must be from 1 to %d for a dense index and absent for a sparse one, found %d"
              .formatted(MAX_DIMENSION, dimension));
    }
    if (isSparse && metric != Metric.DOT_PRODUCT) {
      throw ApiException.invalid("A sparse index needs the metric dotproduct");
    }
    if (!deletionProtection.equals("enabled") && !deletionProtection.equals("disabled")) {
      throw ApiException.invalid("deletion_protection must be enabled or disabled");
    }
  }

  /** Reads a request to create an index, or what {@link #toJson} wrote. */
  static IndexDefinition fromJson(JsonNode json) {
    JsonNode serverless = json.path("spec").path("serverless");
    if (!serverless.isObject()) {
      throw ApiException.unsupported("an index that is not serverless");
    }
    if (serverless.path("read_capacity").path("mode").asString("OnDemand").equals("Dedicated")) {
      throw ApiException.unsupported("dedicated read capacity");
    }
    boolean sparse = json.path("vector_type").asString("dense").equals("sparse");
    String metric = json.path("metric").asString(sparse ? "dotproduct" : "cosine");
    return new IndexDefinition(
        json.path("name").asString(""),
        json.path("dimension").asInt(0),
        Metric.named(metric)
            .orElseThrow(() -> ApiException.invalid("Unknown metric '%s'".formatted(metric))),
        sparse,
        serverless.path("cloud").asString(""),
        serverless.path("region").asString(""),
        json.path("deletion_protection").asString("disabled"),
        tags(json.path("tags")));
  }

  private static Map<String, String> tags(JsonNode json) {
    Map<String, String> tags = new TreeMap<>();
    json.properties().forEach(entry -> tags.put(entry.getKey(), entry.getValue().asString("")));
    return tags;
  }

  boolean isProtected() {
    return deletionProtection.equals("enabled");
  }

  /** Changes what the request names; an empty value removes a tag. */
  IndexDefinition configured(JsonNode request) {
    Map<String, String> merged = new TreeMap<>(tags);
    merged.putAll(tags(request.path("tags")));
    merged.values().removeIf(String::isEmpty);
    return new IndexDefinition(
        name,
        dimension,
        metric,
        isSparse,
        cloud,
        region,
        request.path("deletion_protection").asString(deletionProtection),
        merged);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name);
    json.put("metric", metric.wireName());
    json.put("vector_type", isSparse ? "sparse" : "dense");
    if (!isSparse) {
      json.put("dimension", dimension);
    }
    json.put("deletion_protection", deletionProtection);
    ObjectNode serverless = json.putObject("spec").putObject("serverless");
    serverless.put("cloud", cloud).put("region", region);
    // The client refuses an index without these two.
    serverless
        .putObject("read_capacity")
        .put("mode", "OnDemand")
        .putObject("status")
        .put("state", "Ready");
    json.putObject("status").put("ready", true).put("state", "Ready");
    ObjectNode tagNode = json.putObject("tags");
    tags.forEach(tagNode::put);
    return json;
  }
}
