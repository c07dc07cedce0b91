package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.host.FakeEndpoint;
import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.function.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drives the gateway over HTTP; the functions behind it are fakes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {
  private static final String API = "a15e0001";
  private static final String SEARCH = "aisle-Search:live";
  private static final String NOT_FOUND = "{\"message\":\"Not Found\"}";

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HttpClient client = HttpClient.newHttpClient();
  private final FakeFunctions functions = new FakeFunctions();
  private FakeEndpoint endpoint;
  private TestIssuer issuer;
  private Gateway gateway;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    endpoint = new FakeEndpoint();
    issuer = new TestIssuer();
    Duration timeout = Duration.ofMillis(500);
    gateway =
        new Gateway(
            0,
            API,
            new AwsEndpoint(endpoint.address()),
            functions,
            timeout,
            Clock.systemUTC(),
            folder.resolve("no-console"));
  }

  @AfterAll
  void stop() {
    gateway.close();
    issuer.close();
    endpoint.close();
  }

  @BeforeEach
  void deploy() {
    deploy(description(true), "GET /v1/search", "POST /v1/products", "GET /v1/mine");
    functions.forget();
    functions.answer(
        SEARCH,
        "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\"{}\"}");
  }

  private ObjectNode description(boolean cors) {
    ObjectNode description = mapper.createObjectNode().put("apiId", API);
    if (cors) {
      ObjectNode configuration = description.putObject("corsConfiguration").put("maxAge", 600);
      configuration.putArray("allowOrigins").add("https://shop.example");
      configuration.putArray("allowMethods").add("GET").add("POST");
      configuration.putArray("allowHeaders").add("authorization");
      configuration.putArray("exposeHeaders").add("x-took");
    }
    return description;
  }

  /** Routes below /v1/mine want a token of scope search.read. */
  private void deploy(ObjectNode description, String... keys) {
    ArrayNode routes = mapper.createArrayNode();
    for (String key : keys) {
      ObjectNode route = routes.addObject().put("routeKey", key).put("target", "integrations/i1");
      if (key.contains("/v1/mine")) {
        route
            .put("authorizationType", "JWT")
            .put("authorizerId", "z1")
            .putArray("authorizationScopes")
            .add("search.read");
      }
    }
    ArrayNode integrations = mapper.createArrayNode();
    integrations
        .addObject()
        .put("integrationId", "i1")
        .put(
            "integrationUri",
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
                + "arn:aws:lambda:us-east-1:000000000000:function:aisle-Search:live/invocations");
    ArrayNode authorizers = mapper.createArrayNode();
    ObjectNode authorizer =
        authorizers.addObject().put("authorizerId", "z1").put("authorizerType", "JWT");
    authorizer.putArray("identitySource").add("$request.header.Authorization");
    authorizer
        .putObject("jwtConfiguration")
        .put("issuer", issuer.address())
        .putArray("audience")
        .add("aisle");
    endpoint.deployApi(API, description, routes, integrations, authorizers);
    gateway.reload();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, "", headers);
  }

  @Test
  void request_reachesTheFunctionOfItsRoute() throws Exception {
    HttpResponse<String> answer =
        get("/v1/search?q=water+glass", "X-Several", "a", "X-Several", "b");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(functions.event(SEARCH).path("routeKey").asString()).isEqualTo("GET /v1/search");
    assertThat(functions.event(SEARCH).path("queryStringParameters").path("q").asString())
        .isEqualTo("water glass");
    assertThat(functions.event(SEARCH).path("headers").path("x-several").asString())
        .isEqualTo("a,b");
  }

  @ParameterizedTest
  @CsvSource({"GET, /", "GET, /v1/unknown", "DELETE, /v1/search", "GET, /health"})
  void unknownRoute_isAmazonsNotFound(String method, String path) throws Exception {
    HttpResponse<String> answer = send(method, path, "");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(NOT_FOUND);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
  }

  @Test
  void deployment_changesTheRoutes() throws Exception {
    assertThat(get("/v1/new").statusCode()).isEqualTo(404);

    deploy(description(true), "GET /v1/new");

    assertThat(get("/v1/new").statusCode()).isEqualTo(200);
    assertThat(get("/v1/search").statusCode()).isEqualTo(404);
  }

  @Test
  void cookies_becomeHeadersOfTheirOwn() throws Exception {
    functions.answer(
        SEARCH,
        "{\"statusCode\":201,\"cookies\":[\"a=1\",\"b=2\"],\"headers\":{\"Set-Cookie\":\"c=3\",\"X-Took\":4},\"body\":\"x\"}");

    HttpResponse<String> answer = get("/v1/search");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("set-cookie"))
        .containsExactlyInAnyOrder("a=1", "b=2", "c=3");
    assertThat(answer.headers().firstValue("x-took")).contains("4");
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
  }

  @Test
  void base64Body_isDecoded() throws Exception {
    functions.answer(SEARCH, "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"5rC0\"}");

    assertThat(get("/v1/search").body()).isEqualTo("水");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"hits\":[]} | 200 | {\"hits\":[]}",
        "\"Hello\" | 200 | Hello",
        "[1,2] | 200 | [1,2]",
        "null | 200 | ''",
        "{\"statusCode\":\"abc\"} | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"?\"} | 500 | {\"message\":\"Internal Server Error\"}",
        "{\"statusCode\":200,\"body\":{\"a\":1}} | 200 | {\"a\":1}",
        "no json | 500 | {\"message\":\"Internal Server Error\"}",
      })
  void answerWithoutEnvelope_isTheBody(String payload, int status, String body) throws Exception {
    functions.answer(SEARCH, payload);

    HttpResponse<String> answer = get("/v1/search");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void noContent_hasNoBody() throws Exception {
    functions.answer(SEARCH, "{\"statusCode\":204}");

    assertThat(get("/v1/search").statusCode()).isEqualTo(204);
    assertThat(send("HEAD", "/v1/search", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "FUNCTION_ERROR, 500, Internal Server Error",
    "NOT_FOUND, 500, Internal Server Error",
    "THROTTLED, 503, Service Unavailable",
    "UNAVAILABLE, 503, Service Unavailable",
  })
  void failure_isAmazonsMessage(Outcome.Status status, int expected, String message)
      throws Exception {
    functions.answer(SEARCH, () -> Outcome.notRun(status, "Some.Error", "secret detail"));

    HttpResponse<String> answer = get("/v1/search");

    assertThat(answer.statusCode()).isEqualTo(expected);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  @Test
  void functionBeyondTheTimeLimit_isTimedOut() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    functions.answer(
        SEARCH,
        () -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Outcome.success("{}".getBytes(UTF_8), Duration.ZERO, 0);
        });

    HttpResponse<String> answer = get("/v1/search");
    release.countDown();

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
  }

  @ParameterizedTest
  @CsvSource({"5000000, 200", "7000000, 413", "11000000, 413", "30000000, 413"})
  void body_isLimited(int length, int status) throws Exception {
    String body = "x".repeat(length);

    HttpResponse<String> answer = send("POST", "/v1/products", body, "Content-Type", "text/plain");

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 413) {
      assertThat(answer.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }
  }

  @Test
  void preflight_isAnsweredWithoutTheFunction() throws Exception {
    HttpResponse<String> answer =
        send(
            "OPTIONS",
            "/v1/mine",
            "",
            "Origin",
            "https://shop.example",
            "Access-Control-Request-Method",
            "GET");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("access-control-allow-origin"))
        .contains("https://shop.example");
    assertThat(answer.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
    assertThat(answer.headers().firstValue("access-control-allow-headers"))
        .contains("authorization");
    assertThat(answer.headers().firstValue("access-control-max-age")).contains("600");
    assertThat(functions.event(SEARCH).isNull()).isTrue();
  }

  @Test
  void preflightOfAnotherOrigin_isAllowedNothing() throws Exception {
    HttpResponse<String> answer =
        send(
            "OPTIONS",
            "/v1/search",
            "",
            "Origin",
            "https://evil.example",
            "Access-Control-Request-Method",
            "GET");

    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void answerToAnotherOrigin_hasTheApisCorsHeadersNotTheFunctions() throws Exception {
    functions.answer(
        SEARCH,
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"},\"body\":\"x\"}");

    assertThat(
            get("/v1/search", "Origin", "https://shop.example")
                .headers()
                .allValues("access-control-allow-origin"))
        .containsExactly("https://shop.example");
    assertThat(
            get("/v1/search", "Origin", "https://shop.example")
                .headers()
                .firstValue("access-control-expose-headers"))
        .contains("x-took");
    assertThat(get("/v1/search").headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void apiWithoutCors_leavesOptionsToTheRoutes() throws Exception {
    deploy(description(false), "GET /v1/search");
    functions.answer(
        SEARCH,
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"},\"body\":\"x\"}");

    HttpResponse<String> preflight =
        send(
            "OPTIONS",
            "/v1/search",
            "",
            "Origin",
            "https://shop.example",
            "Access-Control-Request-Method",
            "GET");

    assertThat(preflight.statusCode()).isEqualTo(404);
    assertThat(
            get("/v1/search", "Origin", "https://x")
                .headers()
                .firstValue("access-control-allow-origin"))
        .contains("*");
  }

  @Test
  void goodToken_handsItsClaimsToTheFunction() throws Exception {
    HttpResponse<String> answer =
        get("/v1/mine", "Authorization", "Bearer " + issuer.sign(issuer.claims()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            functions
                .event(SEARCH)
                .path("requestContext")
                .path("authorizer")
                .path("jwt")
                .path("claims")
                .path("sub")
                .asString())
        .isEqualTo("u1");
    assertThat(
            functions
                .event(SEARCH)
                .path("requestContext")
                .path("authorizer")
                .path("jwt")
                .path("scopes")
                .toString())
        .isEqualTo("[\"profile\",\"search.read\"]");
  }

  @Test
  void badToken_isUnauthorized() throws Exception {
    List<String> tokens =
        List.of(
            "not.a.token",
            "nonsense",
            issuer.sign(issuer.claims().put("exp", 1_000_000_000)),
            issuer.sign(issuer.claims().put("aud", "another")),
            issuer.sign(issuer.claims().put("iss", "https://another.example")),
            issuer.sign(issuer.claims().put("nbf", 4_000_000_000L)),
            issuer.signWithAnotherKey(issuer.claims()),
            issuer.unsigned(issuer.claims()));

    assertThat(get("/v1/mine").statusCode()).isEqualTo(401);
    for (String token : tokens) {
      HttpResponse<String> answer = get("/v1/mine", "Authorization", "Bearer " + token);
      assertThat(answer.statusCode()).as(token).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }
    assertThat(functions.event(SEARCH).isNull()).isTrue();
  }

  @Test
  void tokenWithoutTheScope_isForbidden() throws Exception {
    HttpResponse<String> answer =
        get(
            "/v1/mine",
            "Authorization",
            "Bearer " + issuer.sign(issuer.claims().put("scope", "profile")));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
  }
}
