package com.aisle.local.host.endpoint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Looks deployed functions up. */
public final class FunctionCatalog {
  private final AwsEndpoint endpoint;

  /** A catalog of the functions at an endpoint. */
  public FunctionCatalog(AwsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** What a qualifier stands for now: a version and its revision. */
  public record Revision(String version, String id) {}

  /**
   * Describes a function.
   *
   * @param qualifier a version, an alias, or {@code $LATEST}
   */
  public DeployedFunction load(String name, String qualifier) throws EndpointException {
    return DeployedFunction.of(endpoint.get("lambda", path(name, "", qualifier)));
  }

  /** The cheap question that tells whether {@link #load} would answer something new. */
  public Revision revision(String name, String qualifier) throws EndpointException {
    JsonNode configuration = endpoint.get("lambda", path(name, "/configuration", qualifier));
    return new Revision(
        configuration.path("Version").asString(DeployedFunction.LATEST),
        configuration.path("RevisionId").asString(""));
  }

  private static String path(String name, String suffix, String qualifier) {
    return "/2015-03-31/functions/" + encode(name) + suffix + "?Qualifier=" + encode(qualifier);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
