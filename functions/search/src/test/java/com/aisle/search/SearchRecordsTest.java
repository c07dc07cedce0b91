package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.events.Pseudonyms;
import com.aisle.vectors.VectorStoreException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchRecordsTest {

  private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key for tests only");
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
    shop.publish(Products.ALL);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void search_thatWasAnswered_becomesARow() {
    Answer answer =
        shop.search(
            "q=++Blue%20%20MUG&locale=zh-Hant&filter=price%20%3C%20500&sort=price&page=1&size=1",
            Map.of(
                "x-aisle-client", "c-1",
                "x-aisle-session", "s-1",
                "x-aisle-user", "u-1",
                "user-agent", PHONE,
                "cloudfront-viewer-country", "TW"));
    shop.records.send();

    JsonNode row = rows().getFirst();
    assertThat(row.path("query").asString()).isEqualTo("blue mug");
    assertThat(row.path("query_id").asString()).isEqualTo("query-1");
    assertThat(row.path("time").asString())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    assertThat(row.path("locale").asString()).isEqualTo("zh-Hant");
    assertThat(row.path("filter").asString()).isEqualTo("price < 500");
    assertThat(row.path("sort").asString()).isEqualTo("price");
    assertThat(row.path("page").asInt()).isEqualTo(1);
    assertThat(row.path("hits").asInt()).isEqualTo(answer.body().path("total").asInt());
    assertThat(texts(row, "products")).isEqualTo(answer.ids()).hasSize(1);
    assertThat(row.path("took_ms").isNumber()).isTrue();
    assertThat(row.path("degraded").isMissingNode()).isTrue();
    assertThat(row.path("device").asString()).isEqualTo("mobile");
    assertThat(row.path("country").asString()).isEqualTo("TW");
    assertThat(row.path("person").asString()).isEqualTo(Pseudonyms.text(PSEUDONYMS.user("u-1")));
    assertThat(row.path("client").asString()).isEqualTo(Pseudonyms.text(PSEUDONYMS.client("c-1")));
    assertThat(row.path("session").asString())
        .isEqualTo(Pseudonyms.text(PSEUDONYMS.session("s-1")));
    assertThat(shop.warehouse.bodies().getFirst()).doesNotContain("u-1", "c-1", "s-1");
  }

  @Test
  void person_withoutUser_isTheClient_andNobodyWithoutHeaders() {
    shop.search("q=mug", Map.of("x-aisle-client", "c-1"));
    shop.search("q=mug");
    shop.search("q=mug", Map.of("x-aisle-client", "x".repeat(65)));
    shop.records.send();

    assertThat(rows().get(0).path("person").asString())
        .isEqualTo(Pseudonyms.text(PSEUDONYMS.client("c-1")));
    assertThat(rows().get(1).has("person")).isFalse();
    assertThat(rows().get(2).has("client")).isFalse();
    assertThat(rows().get(1).path("sort").asString()).isEqualTo("relevance");
  }

  @Test
  void search_answeredByWordsAlone_saysSo() {
    shop.vectors.failAs(Kind.UNAVAILABLE);
    shop.search("q=mug");
    shop.records.send();

    assertThat(texts(rows().getFirst(), "degraded")).containsExactly("vectors");
  }

  @Test
  void day_isTheShops() {
    // 23:30 in UTC is the next day in Taipei.
    java.time.Instant late = java.time.Instant.parse("2030-01-01T23:30:00Z");
    shop.time.advance(java.time.Duration.between(shop.time.instant(), late));
    shop.search("q=mug");
    shop.records.send();

    assertThat(rows().getFirst().path("day").asString()).isEqualTo("2030-01-02");
    assertThat(rows().getFirst().path("time").asString()).isEqualTo("2030-01-01 23:30:00.000");
  }

  @Test
  void search_thatWasRefused_isNone() {
    shop.search("q=mug&page=x");
    shop.health();
    shop.records.send();

    assertThat(shop.warehouse.messages()).isEmpty();
  }

  @Test
  void queue_thatIsAway_costsNoSearchAndIsLeftAloneForAWhile() {
    shop.warehouse.failAfter(0, 1);
    assertThat(shop.search("q=mug").status()).isEqualTo(200);
    shop.records.send();
    assertThat(shop.search("q=red+mug").status()).isEqualTo(200);
    shop.records.send();
    assertThat(shop.warehouse.messages()).isEmpty();

    shop.time.advance(SearchRecords.PAUSE_AFTER_FAILURE);
    shop.records.send();

    assertThat(rows()).hasSize(1);
    assertThat(rows().getFirst().path("query").asString()).isEqualTo("red mug");
  }

  @Test
  void records_beyondTheRoom_areDropped() {
    for (int i = 0; i < SearchRecords.MOST_WAITING + 10; i++) {
      shop.search("q=mug&size=0");
    }
    shop.records.send();

    assertThat(rows()).hasSize(SearchRecords.MOST_WAITING);
    assertThat(shop.warehouse.bodies()).allMatch(body -> body.length() <= 200_000);
  }

  @ParameterizedTest
  @CsvSource({"'  a  B ', a b", "'A\u3000\tb', a b", "ÉTÉ, été", "'', ''"})
  void query_isFolded(String typed, String folded) {
    assertThat(SearchRecord.folded(typed)).isEqualTo(folded);
  }

  private List<JsonNode> rows() {
    return shop.warehouse.bodies().stream()
        .map(body -> JsonMapper.shared().readTree(body))
        .peek(message -> assertThat(message.path("kind").asString()).isEqualTo("searches"))
        .flatMap(message -> message.path("searches").valueStream())
        .toList();
  }

  private static List<String> texts(JsonNode row, String column) {
    return row.path(column).valueStream().map(JsonNode::asString).toList();
  }
}
