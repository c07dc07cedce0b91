package com.aisle.local.host.endpoint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deployed HTTP API.
 *
 * @param authorizers by id
 * @param cors absent when the API has no CORS configuration
 */
public record DeployedApi(
    String id, List<Route> routes, Map<String, Authorizer> authorizers, @Nullable Cors cors) {

  /**
   * A route and the function behind it.
   *
   * @param key such as {@code GET /v1/products/{id}} or {@code $default}
   * @param authorization NONE, JWT, AWS_IAM or CUSTOM
   * @param function the function that it invokes; absent when the integration is of another kind
   */
  public record Route(
      String key,
      String authorization,
      String authorizerId,
      List<String> scopes,
      @Nullable FunctionTarget function) {}

  /**
   * An authorizer.
   *
   * @param type JWT or REQUEST
   * @param identitySources such as {@code $request.header.Authorization}
   * @param issuer of the tokens, for JWT
   * @param audience one of these must be the token's; empty: any
   */
  public record Authorizer(
      String type, List<String> identitySources, String issuer, List<String> audience) {}

  /** What the API answers to other origins. */
  public record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposedHeaders,
      boolean credentials,
      @Nullable Integer maxAgeSeconds) {}
}
