package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

/** The way of a product: in by file or bus, found, changed, deleted, and what is bad kept apart. */
@ExtendWith(Cloud.Extension.class)
class ProductPathIT {

  private final Cloud cloud;
  private Shop shop;

  ProductPathIT(Cloud cloud) {
    this.cloud = cloud;
    this.shop = new Shop(cloud);
  }

  @BeforeEach
  void quiet() {
    shop.settled();
  }

  @Test
  void import_makesGoodLinesSearchableAndKeepsBadOnes() {
    List<String> lines =
        IntStream.range(0, 120)
            .mapToObj(i -> Shop.document("imp-" + i, "Copper kettle number " + i, "19.00", 0))
            .collect(java.util.stream.Collectors.toList());
    lines.add(7, "{not json");
    lines.add(9, Shop.document("imp-bad", "Copper kettle", "cheap", 0));
    JsonNode report = shop.imported("kettles.jsonl.gz", lines);
    assertThat(report.path("state").asString()).isEqualTo("complete");
    assertThat(report.path("accepted").asInt()).isEqualTo(120);
    assertThat(report.path("rejected").asInt()).isEqualTo(2);
    String rejects = shop.object(report.path("rejectedFiles").path(0).asString());
    assertThat(rejects).contains("\"line\":8", "\"line\":10", "/price/amount");
    await("all are found")
        .atMost(Shop.PATIENCE)
        .until(() -> cloud.api.search("copper kettle").total() >= 120);
  }

  @Test
  void change_isFound_andOlderNewsChangesNothing() {
    shop.tell(Shop.document("way-1", "Walnut chopping board", "30.00", 10));
    awaitPrice("way-1", "30.00");
    shop.tell(Shop.document("way-1", "Walnut chopping board", "25.00", 20));
    awaitPrice("way-1", "25.00");
    shop.tell(Shop.document("way-1", "Walnut chopping board", "99.00", 5));
    shop.tell(Shop.document("way-1", "Walnut chopping board", "25.00", 20));
    shop.tell(Shop.document("way-2", "Oak chopping board", "31.00", 10));
    awaitPrice("way-2", "31.00");
    shop.settled();
    assertThat(price("way-1")).isEqualTo("25.00");
    awaitSearch(
        "walnut chopping board",
        "",
        answer -> assertThat(answer.hitIds()).first().isEqualTo("way-1"));
  }

  @Test
  void deleted_isNotFound_andOlderNewsDoesNotBringItBack() {
    shop.tell(Shop.document("gone-1", "Brass door knocker", "12.00", 10));
    awaitPrice("gone-1", "12.00");
    shop.tell(Shop.tombstone("gone-1", 20));
    await("it is gone").atMost(Shop.PATIENCE).until(() -> status("gone-1") == 404);
    shop.tell(Shop.document("gone-1", "Brass door knocker", "12.00", 15));
    shop.tell(Shop.document("gone-2", "Iron door knocker", "13.00", 10));
    awaitPrice("gone-2", "13.00");
    shop.settled();
    assertThat(status("gone-1")).isEqualTo(404);
    awaitSearch(
        "brass door knocker", "", answer -> assertThat(answer.hitIds()).doesNotContain("gone-1"));
  }

  @Test
  void poisonEvent_isADeadLetterWithItsReason_andStopsNobody() {
    shop.tell("{\"id\":\"poison-1\",\"title\":\"no locale\"}");
    shop.tell(Shop.document("healthy-1", "Felt coaster", "3.00", 10));
    awaitPrice("healthy-1", "3.00");
    List<Message> letters = shop.deadLetters("ProductChangesDeadLettersUrl", 1);
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().body()).contains("poison-1");
    assertThat(letters.getFirst().messageAttributes().get("reason").stringValue())
        .contains("title");
    assertThat(status("poison-1")).isEqualTo(404);
  }

  @Test
  void bothLanguages_areFound() {
    shop.tell(
        """
        {"id":"zh-1","sku":"ZH-1","title":{"en":"Quiet cordless mouse","zh-Hant":"靜音無線滑鼠"},\
        "category":["Electronics"],"price":{"amount":"20.00","currency":"GBP"},"stock":1,\
        "updatedAt":"2026-06-01T12:00:00Z"}""");
    awaitPrice("zh-1", "20.00");
    awaitSearch(
        "滑鼠",
        "&locale=zh-Hant",
        answer -> {
          assertThat(answer.hitIds()).contains("zh-1");
          assertThat(titlesOf("zh-1", answer.body())).containsExactly("靜音無線滑鼠");
        });
    // Other words for it: found by meaning, which a process that has just started may not have yet.
    awaitSearch("无线鼠标", "&locale=zh-Hant", answer -> assertThat(answer.hitIds()).contains("zh-1"));
    awaitSearch("cordless mouse", "", answer -> assertThat(answer.hitIds()).contains("zh-1"));
  }

  /**
   * Asks until the answer is right. Each process of search reads the index anew on its own, so that
   * one may know of a product already which the next one does not.
   */
  private void awaitSearch(String query, String parameters, Consumer<Api.Answer> right) {
    await(query)
        .atMost(Shop.PATIENCE)
        .untilAsserted(() -> right.accept(cloud.api.search(query, parameters)));
  }

  private static List<String> titlesOf(String id, JsonNode body) {
    return body.path("hits")
        .valueStream()
        .filter(hit -> hit.path("id").asString().equals(id))
        .map(hit -> hit.path("title").asString())
        .toList();
  }

  private void awaitPrice(String id, String amount) {
    await(id + " costs " + amount).atMost(Shop.PATIENCE).until(() -> price(id).equals(amount));
  }

  private String price(String id) {
    return cloud.api.product(id).body().path("price").path("amount").asString("");
  }

  private int status(String id) {
    return cloud.api.product(id).status();
  }
}
