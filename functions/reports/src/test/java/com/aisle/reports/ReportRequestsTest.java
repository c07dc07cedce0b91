package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers may ask, what they get for a wrong question, and CSV. */
class ReportRequestsTest {

  private final Shop shop = KnownShops.in(State.ROLLED_UP);

  @Test
  void everythingWrong_isSaidAtOnce() {
    APIGatewayV2HTTPResponse response =
        get(
            "sessions",
            "from=2026-11-09&to=2026-11-08&timezone=Mars&granularity=year&compare=never&size=0"
                + "&page=x&sort=secrets&format=xml&explain=maybe&by=shoe&colour=red");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(errors(response))
        .containsOnlyKeys(
            "from",
            "timezone",
            "granularity",
            "compare",
            "size",
            "page",
            "sort",
            "format",
            "explain",
            "by",
            "colour");
    assertThat(errors(response).get("sort")).contains("must be one of period, sessions");
  }

  @Test
  void rangeTooLong_isRefused() {
    assertThat(errors(get("overview", "from=2020-01-01&to=2026-01-01")).get("from"))
        .isEqualTo("to to are 2193 days, at most 800 are answered");
    assertThat(
            errors(get("overview", "from=2026-01-01&to=2026-06-01&granularity=hour")).get("from"))
        .endsWith("at most 62 are answered by hour");
  }

  @Test
  void reportThatKnowsOnlyShopDays_orNoSuchSegment_saysSo() {
    assertThat(errors(get("searches", "timezone=Asia/Taipei&source=google")))
        .containsOnlyKeys("timezone", "source");
    assertThat(errors(get("realtime", "compare=previous"))).containsOnlyKeys("compare");
  }

  @Test
  void unknownReport_isNotFound() {
    APIGatewayV2HTTPResponse response = get("gossip", "");

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(response.getBody()).contains("there is no report gossip, there are overview");
  }

  @Test
  void withoutToken_nobodyReads() {
    for (String route : ReportsFunction.ROUTES) {
      APIGatewayV2HTTPEvent event =
          APIGatewayV2HTTPEvent.builder()
              .withRouteKey(route)
              .withPathParameters(Map.of("name", "overview"))
              .build();
      assertThat(shop.function.router().apply(event).getStatusCode()).as(route).isEqualTo(401);
    }
  }

  @Test
  void withoutRange_itIsTheLast28Days() {
    JsonNode answer = shop.report("overview", "");

    assertThat(answer.path("from").asString()).isEqualTo("2026-10-12");
    assertThat(answer.path("to").asString()).isEqualTo("2026-11-08");
    assertThat(answer.path("rows").size()).isEqualTo(28);
  }

  @Test
  void list_describesEveryReport() {
    APIGatewayV2HTTPResponse response = shop.get("GET /v1/reports", Map.of(), "");
    JsonNode reports = JsonMapper.shared().readTree(response.getBody()).path("reports");

    assertThat(reports.valueStream().map(report -> report.path("name").asString()).toList())
        .startsWith("overview", "realtime", "revenue", "sessions", "products", "searches");
    assertThat(response.getBody()).contains("top, without_result, without_click; default top");
  }

  @Test
  void csv_saysWhatItIs_andGuardsAgainstFormulas() {
    try (Shop hostile = new Shop(KnownShops.SERVER)) {
      hostile
          .search("2026-11-02 10:00:00", 1, 1, "=1+1", 0)
          .search("2026-11-02 11:00:00", 2, 2, "a \"b\", c", 0, "hits", 1)
          .store();

      APIGatewayV2HTTPResponse response =
          hostile.get(
              "GET /v1/reports/{name}",
              Map.of("name", "searches"),
              "from=2026-11-01&to=2026-11-02&format=csv&sort=query");

      assertThat(response.getHeaders())
          .containsEntry("content-type", "text/csv; charset=utf-8")
          .containsEntry(
              "content-disposition", "attachment; filename=\"searches-2026-11-01-2026-11-02.csv\"");
      assertThat(response.getBody())
          .startsWith("\uFEFF")
          .isEqualTo(
              String.join(
                  "\r\n",
                  List.of(
                      "\uFEFFreport,searches",
                      "range,2026-11-01,2026-11-02",
                      "timezone,UTC",
                      "made at,2026-11-08T12:00:00Z",
                      "rows,2 of 2",
                      "",
                      "query,locale,intents,searches,clicked,ctr,mean_position,without_result",
                      "'=1+1,en,1,1,0,0.0,,1",
                      "\"a \"\"b\"\", c\",en,1,1,0,0.0,,0",
                      "")));
    }
  }

  private APIGatewayV2HTTPResponse get(String report, String query) {
    return shop.get("GET /v1/reports/{name}", Map.of("name", report), query);
  }

  private static Map<String, String> errors(APIGatewayV2HTTPResponse response) {
    return JsonMapper.shared()
        .readTree(response.getBody())
        .path("errors")
        .valueStream()
        .collect(
            Collectors.toMap(
                error -> error.path("parameter").asString(),
                error -> error.path("reason").asString(),
                (a, b) -> a));
  }
}
