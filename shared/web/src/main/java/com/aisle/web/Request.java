package com.aisle.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller asks. */
public final class Request {

  private final APIGatewayV2HTTPEvent event;

  Request(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  /** The id that API Gateway gave to this request and writes into its access log. */
  public String id() {
    RequestContext context = event.getRequestContext();
    String id = context == null ? null : context.getRequestId();
    return id == null ? "unknown" : id;
  }

  /** Method and path template: {@code GET /v1/products/{id}}. */
  String routeKey() {
    return String.valueOf(event.getRouteKey());
  }

  /** The decoded value of a variable of the route's path. */
  public String pathParameter(String name) {
    String value = orEmpty(event.getPathParameters()).get(name);
    if (value == null) {
      throw new IllegalStateException("%s has no path parameter %s".formatted(routeKey(), name));
    }
    return value;
  }

  /** The query parameters, none of them read yet. */
  public QueryParameters query() {
    // API Gateway's own map joins repeated parameters by commas that values may hold too.
    return QueryParameters.parse(event.getRawQueryString());
  }

  /** The value of a header; names compare without regard to case. */
  public Optional<String> header(String name) {
    // API Gateway lower-cases them all.
    return Optional.ofNullable(orEmpty(event.getHeaders()).get(name.toLowerCase(Locale.ROOT)));
  }

  /** Where the caller is, as CloudFront tells it: ISO 3166-1 alpha-2, empty if it is not known. */
  public String country() {
    return header("cloudfront-viewer-country")
        .filter(country -> country.matches("[A-Z]{2}"))
        .orElse("");
  }

  /** The address that the request came from, empty if it is not known. */
  public String sourceAddress() {
    RequestContext context = event.getRequestContext();
    String address =
        context == null || context.getHttp() == null ? null : context.getHttp().getSourceIp();
    return address == null ? "" : address;
  }

  /**
   * The body, empty if there is none.
   *
   * @param limit in bytes
   * @throws ProblemException 413 when it is longer
   */
  public byte[] body(int limit) {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    byte[] bytes =
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > limit) {
      throw new ProblemException(Problem.bodyTooLarge(limit));
    }
    return bytes;
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
