package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.host.endpoint.DeployedApi.Route;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventBuilderTest {
  private static final String KEY = "POST /v1/shops/{shop}/files/{path+}";

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private final EventBuilder builder = new EventBuilder("a15e0001", clock, () -> "request-1");

  private JsonNode build(GatewayRequest request, Authorization authorization) {
    RouteTable table = new RouteTable(List.of(new Route(KEY, "JWT", "", List.of(), null)));
    RouteTable.Match match = table.match(request.method(), request.rawPath()).orElseThrow();
    return mapper.readTree(builder.build(request, match, authorization));
  }

  private static GatewayRequest post(String contentType, byte[] body) {
    Map<String, List<String>> headers =
        contentType.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(contentType));
    return new GatewayRequest("POST", "/v1/shops/x/files/y", "", headers, "127.0.0.1", body);
  }

  @Test
  void event_hasTheShapeOfPayloadFormat2() throws IOException {
    GatewayRequest request =
        new GatewayRequest(
            "POST",
            "/v1/shops/K%C3%A4se+Co/files/a/b%20c.txt",
            "q=caf%C3%A9+au+lait&tag=a&tag=b&empty=&flag",
            Map.of(
                "Accept", List.of("text/html", "application/json"),
                "Content-Type", List.of("application/json"),
                "Cookie", List.of("session=1; theme=dark"),
                "Host", List.of("127.0.0.1:8080"),
                "User-Agent", List.of("test/1")),
            "127.0.0.1",
            "{\"title\":\"水\"}".getBytes(UTF_8));
    JsonNode claims =
        mapper.readTree(
            "{\"sub\":\"u1\",\"exp\":1780000000,\"admin\":true,\"groups\":[\"staff\",\"buyers\"]}");

    JsonNode event = build(request, new Authorization.Granted(claims, List.of("search.read")));

    try (InputStream golden = EventBuilderTest.class.getResourceAsStream("/gateway/event.json")) {
      assertThat(event).isEqualTo(mapper.readTree(Objects.requireNonNull(golden)));
    }
  }

  @Test
  void emptyFields_areLeftOut() {
    JsonNode event = build(post("", new byte[0]), new Authorization.Open());

    assertThat(event.propertyNames()).doesNotContain("body", "cookies", "queryStringParameters");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    assertThat(event.path("requestContext").has("authorizer")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, true",
    "application/json; charset=utf-8, true",
    "text/csv, true",
    "application/xml, true",
    "application/x-www-form-urlencoded, false",
    "application/octet-stream, false",
    "'', false",
  })
  void body_isTextOrBase64ByItsType(String type, boolean text) {
    JsonNode event = build(post(type, "a=1".getBytes(UTF_8)), new Authorization.Open());

    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(!text);
    String body = event.path("body").asString();
    assertThat(text ? body : new String(Base64.getDecoder().decode(body), UTF_8)).isEqualTo("a=1");
  }
}
