package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdHocQueryTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SEED = 20261125;

  @ParameterizedTest
  @EnumSource
  void measuresOfOneSource_byDimensions(State state) {
    JsonNode answer =
        ask(
            state,
            """
            {"measures": ["revenue", "orders"], "dimensions": ["country", "day"],
             "from": "2026-11-02", "to": "2026-11-08", "sort": "day"}""");

    assertThat(Shop.rows(answer))
        .containsExactly("GB 2026-11-02 10.50 1", "DE 2026-11-05 0.00 1", "GB 2026-11-05 -5.25 0");
    assertThat(answer.path("currency").asString()).isEqualTo("EUR");
  }

  @ParameterizedTest
  @EnumSource
  void measuresOfSeveralSources_standInOneRow(State state) {
    JsonNode answer =
        ask(
            state,
            """
            {"measures": ["sessions", "orders", "conversion", "intents"], "dimensions": ["country"],
             "from": "2026-11-02", "to": "2026-11-08"}""");

    assertThat(Shop.rows(answer)).containsExactly("GB 3 1 0.333333 2", "DE 1 1 0.0 0");
  }

  @ParameterizedTest
  @EnumSource
  void filters_areThoseOfSearch(State state) {
    String body =
        """
        {"measures": ["sessions", "visitors"], "filters": "%s", "from": "2026-11-02", "to": "2026-11-08"}""";

    assertThat(Shop.rows(ask(state, body.formatted("country IN [GB, FR] AND NOT device = mobile"))))
        .containsExactly("2 1");
    assertThat(Shop.rows(ask(state, body.formatted("source EXISTS OR country = DE"))))
        .containsExactly("4 3");
  }

  @ParameterizedTest
  @EnumSource
  void money_byCurrency_andChannel(State state) {
    JsonNode answer =
        ask(
            state,
            """
            {"measures": ["gross", "refunds"], "dimensions": ["currency", "channel", "week"],
             "from": "2026-11-02", "to": "2026-11-08"}""");

    // The click in the evening came after the order in the morning, but before the refund of it.
    assertThat(Shop.rows(answer))
        .contains("EUR direct 2026-11-02 10.50 0.00", "GBP direct 2026-11-02 3.00 0.00");
    assertThat(answer.has("currency")).isFalse();
  }

  @Test
  void everythingWrong_isSaidAtOnce() {
    APIGatewayV2HTTPResponse response =
        post(
            """
            {"measures": ["revenue", "beauty"], "dimensions": ["landing_page", 7], "filters": "mood = good",
             "from": "2026-13-01", "timezone": "Mars", "sort": "age", "size": 0, "colour": 1}""");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(pointers(response))
        .contains(
            "/measures/1",
            "/dimensions",
            "/dimensions/1",
            "/filters",
            "/from",
            "/timezone",
            "/sort",
            "/size",
            "");
    assertThat(post("{").getStatusCode()).isEqualTo(400);
    assertThat(post("[]").getStatusCode()).isEqualTo(400);
    assertThat(pointers(post("{}"))).containsExactly("/measures");
  }

  @Test
  void measureWithoutThatDimension_saysSo() {
    APIGatewayV2HTTPResponse response =
        post("{\"measures\": [\"sessions\", \"orders\"], \"dimensions\": [\"currency\"]}");

    assertThat(response.getBody()).contains("currency is not known of sessions");
  }

  @Test
  void goingBeyondALimit_namesIt() {
    Map<String, String> environment = new HashMap<>(Shop.ENVIRONMENT);
    environment.put("AISLE_REPORT_ROWS_READ_MILLIONS", "1");
    try (Shop shop = new Shop(KnownShops.SERVER, environment, warehouse -> warehouse)) {
      shop.execute(
          "INSERT INTO rollup_sessions (day, person) SELECT '2026-11-02', number FROM numbers(1100000)");

      APIGatewayV2HTTPResponse response =
          shop.post("POST /v1/reports/query", "{\"measures\": [\"visitors\"]}");

      assertThat(response.getStatusCode()).isEqualTo(422);
      assertThat(response.getBody()).contains("goes beyond the limit of rows to read");
    }
  }

  @Test
  void model_listsWhatCanBeAsked_andAllOfItCanBe() {
    Shop shop = KnownShops.in(State.HALF);
    JsonNode model = JSON.readTree(shop.get("GET /v1/reports/model", Map.of(), "").getBody());

    for (JsonNode measure : model.path("measures")) {
      String source = measure.path("source").asString();
      List<String> dimensions =
          model
              .path("dimensions")
              .valueStream()
              .filter(
                  d -> d.path("sources").valueStream().anyMatch(s -> s.asString().equals(source)))
              .map(d -> d.path("name").asString())
              .toList();
      for (int i = 0; i < dimensions.size(); i += 5) {
        Map<String, Object> body =
            Map.of(
                "measures", List.of(measure.path("name").asString()),
                "dimensions", dimensions.subList(i, Math.min(i + 5, dimensions.size())));
        assertThat(post(JSON.writeValueAsString(body)).getStatusCode())
            .as("%s", body)
            .isEqualTo(200);
      }
    }
  }

  /** Whatever is put in, it is answered or refused, and never reaches the warehouse as SQL. */
  @Test
  void hostileText_isAValueOrAnError() {
    Random random = new Random(SEED);
    List<String> pieces =
        List.of(
            "'",
            "\"",
            "\\",
            ";",
            "--",
            "/*",
            "*/",
            "`",
            "{",
            "}",
            "{f0:String}",
            "\n",
            "\t",
            "\0",
            ") OR 1=1",
            "' OR '1'='1",
            "\\'",
            "\\\\'",
            "DROP TABLE events",
            "UNION ALL SELECT",
            "sleep(3)",
            "country",
            " = ",
            " IN [",
            "]",
            "(",
            ")",
            "NOT ",
            "%s",
            "$1",
            "茶杯",
            "😀",
            "sessions",
            "day",
            "url('http://127.0.0.1/')",
            "file('/etc/passwd')",
            "\u2028");
    for (int i = 0; i < 150; i++) {
      String text =
          random
              .ints(1 + random.nextInt(6), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      check(text, Map.of("measures", List.of("sessions"), "filters", text));
      check(
          text,
          Map.of(
              "measures",
              List.of("sessions"),
              "filters",
              "country = " + JSON.writeValueAsString(text)));
      check(
          text,
          switch (i % 4) {
            case 0 -> Map.of("measures", List.of(text));
            case 1 -> Map.of("measures", List.of("orders"), "dimensions", List.of(text));
            case 2 -> Map.of("measures", List.of("orders"), "sort", text);
            default -> Map.of("measures", List.of("orders"), "timezone", text, "from", text);
          });
    }
    assertThat(Shop.rows(ask(State.ROLLED_UP, "{\"measures\": [\"sessions\"]}")))
        .as("seed %d", SEED)
        .containsExactly("5");
  }

  private static void check(String text, Map<String, Object> body) {
    APIGatewayV2HTTPResponse response = post(JSON.writeValueAsString(body));
    assertThat(response.getStatusCode())
        .as("seed %d, %s: %s", SEED, body, response.getBody())
        .isIn(200, 400);
    if (response.getStatusCode() == 200 && body.containsKey("filters")) {
      JsonNode answer = JSON.readTree(response.getBody());
      assertThat(answer.at("/rows/0/0").asInt()).as(text).isLessThanOrEqualTo(5);
    }
  }

  private static JsonNode ask(State state, String body) {
    return KnownShops.in(state).query(body);
  }

  private static APIGatewayV2HTTPResponse post(String body) {
    return KnownShops.in(State.ROLLED_UP).post("POST /v1/reports/query", body);
  }

  private static List<String> pointers(APIGatewayV2HTTPResponse response) {
    return JSON.readTree(response.getBody())
        .path("errors")
        .valueStream()
        .map(error -> error.path("pointer").asString())
        .toList();
  }
}
