package com.aisle.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RouterTest {

  private static final String ROUTE = "GET /v1/things/{id}";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void watchLog() {
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void leaveLog() {
    logger().detachAppender(log);
  }

  @Test
  void request_ofKnownRoute_reachesItsHandler() {
    Handler handler =
        request ->
            Response.json(200, Map.of("id", request.pathParameter("id"), "by", header(request)));

    APIGatewayV2HTTPResponse response = new Router(Map.of(ROUTE, handler)).apply(event());

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/json; charset=utf-8");
    assertThat(json(response)).isEqualTo(json("{\"id\":\"a/b\",\"by\":\"tests\"}"));
  }

  @Test
  void answer_writtenStraight_isTheSameJson() {
    Handler handler =
        request ->
            Response.json(
                200, out -> out.writeStartObject().writeStringProperty("a", "ü").writeEndObject());

    assertThat(answer(handler).getBody()).isEqualTo("{\"a\":\"ü\"}");
  }

  @Test
  void request_ofUnknownRoute_isNotFound() {
    APIGatewayV2HTTPEvent event = event();
    event.setRouteKey("GET /v1/nothing");

    APIGatewayV2HTTPResponse response = new Router(Map.of()).apply(event);

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(json(response).path("detail").asString()).contains("GET /v1/nothing");
  }

  @Test
  void problem_thrown_isTheAnswer() {
    APIGatewayV2HTTPResponse response =
        answer(
            request -> {
              throw ProblemException.invalid(ProblemError.inParameter("filter", 7, "expected ="));
            });

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getHeaders())
        .containsEntry("content-type", "application/problem+json; charset=utf-8");
    assertThat(json(response))
        .isEqualTo(
            json(
                """
                {"type":"urn:aisle:problem:invalid-request","title":"The request is not valid",
                 "status":400,"detail":"filter at position 7: expected =",
                 "instance":"urn:aisle:request:JKJaXmPLvHcESHA=",
                 "errors":[{"parameter":"filter","position":7,"reason":"expected ="}]}
                """));
  }

  @Test
  void unavailable_tellsWhenToRetry() {
    APIGatewayV2HTTPResponse response =
        answer(
            request -> {
              throw ProblemException.unavailable("no index yet", Duration.ofSeconds(5));
            });

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("retry-after", "5");
    assertThat(json(response).has("errors")).isFalse();
  }

  @Test
  void exception_uncaught_isLoggedAndItsWordsStayInside() {
    APIGatewayV2HTTPResponse response =
        answer(
            request -> {
              throw new IllegalStateException("password hunter2");
            });

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(response.getBody()).doesNotContain("hunter2").doesNotContain("IllegalState");
    assertThat(log.list)
        .singleElement()
        .satisfies(line -> assertThat(line.getFormattedMessage()).contains("JKJaXmPLvHcESHA="))
        .satisfies(line -> assertThat(line.getThrowableProxy()).isNotNull());
  }

  @Test
  void log_ofHandler_carriesTheRequestId() {
    answer(
        request -> {
          logger().info("inside");
          return Response.json(200, Map.of());
        });

    assertThat(log.list.getFirst().getMDCPropertyMap())
        .containsEntry("requestId", "JKJaXmPLvHcESHA=");
    assertThat(MDC.get("requestId")).isNull();
  }

  @Test
  void body_isReadAsBytes_alsoWhenEncoded() {
    APIGatewayV2HTTPEvent plain = event();
    plain.setBody("größe");
    APIGatewayV2HTTPEvent encoded = event();
    encoded.setBody(Base64.getEncoder().encodeToString("größe".getBytes(StandardCharsets.UTF_8)));
    encoded.setIsBase64Encoded(true);

    assertThat(new Request(plain).body(7)).isEqualTo("größe".getBytes(StandardCharsets.UTF_8));
    assertThat(new Request(encoded).body(7)).isEqualTo(new Request(plain).body(7));
    assertThat(new Request(event()).body(0)).isEmpty();
  }

  @Test
  void body_overItsLimit_isTooLarge() {
    APIGatewayV2HTTPEvent event = event();
    event.setBody("größe");
    Handler handler = request -> Response.json(200, request.body(6).length);

    APIGatewayV2HTTPResponse response = new Router(Map.of(ROUTE, handler)).apply(event);

    assertThat(response.getStatusCode()).isEqualTo(413);
    assertThat(json(response).path("detail").asString()).contains("6 bytes");
  }

  private static String header(Request request) {
    return request.header("User-Agent").orElse("nobody");
  }

  private static APIGatewayV2HTTPResponse answer(Handler handler) {
    return new Router(Map.of(ROUTE, handler)).apply(event());
  }

  private static APIGatewayV2HTTPEvent event() {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(ROUTE)
        .withRawPath("/v1/things/a%2Fb")
        .withRawQueryString("")
        .withHeaders(Map.of("user-agent", "tests"))
        .withPathParameters(Map.of("id", "a/b"))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("JKJaXmPLvHcESHA=")
                .build())
        .build();
  }

  private static JsonNode json(APIGatewayV2HTTPResponse response) {
    return json(response.getBody());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Router.class);
  }
}
