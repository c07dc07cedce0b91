package com.aisle.embedding;

import static com.aisle.embedding.EmbeddingScene.CHINESE;
import static com.aisle.embedding.EmbeddingScene.ENGLISH;
import static com.aisle.embedding.Products.NOON;
import static com.aisle.embedding.Products.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.messaging.Message;
import com.aisle.messaging.QueuedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a batch of messages is worked on, and which of them come again. */
class EmbeddingServiceTest {

  private static final Instant LATER = NOON.plusSeconds(1);

  private final EmbeddingScene scene = new EmbeddingScene();

  private List<String> handle(QueuedMessage... messages) {
    return scene.service().handle(List.of(messages));
  }

  @Test
  void products_goToTheWarehouseToo_whenTheirVectorsAreWritten() {
    scene.send(Products.bilingual(NOON), Product.deleted("mug", NOON));
    assertThat(scene.warehouse.bodies())
        .containsExactly(
            "{\"schema\":1,\"kind\":\"products\",\"products\":[{\"product\":\"teapot\",\"title_en\":\"teapot\","
                + "\"title_zh\":\"茶壺\",\"category\":[\"Home\"],\"updated_at\":\"2026-11-24 12:00:00.000\"}]}",
            "{\"schema\":1,\"kind\":\"products\",\"products\":[{\"product\":\"mug\",\"deleted\":true,"
                + "\"updated_at\":\"2026-11-24 12:00:00.000\"}]}");
  }

  @Test
  void badMessages_areDeadLettersAtOnceAndWriteNothing() {
    Product mug = Products.mug(NOON);
    assertThat(
            handle(
                new QueuedMessage("no-json", "{", null),
                new QueuedMessage("no-batch", "{\"products\":[]}", null),
                message("good", mug),
                new QueuedMessage("half-good", halfGood(), null),
                new QueuedMessage("bad-event", "{\"detail-type\":\"ProductChanged\"}", null)))
        .isEmpty();
    assertThat(scene.failedMessages.reasons())
        .containsOnlyKeys("no-json", "no-batch", "half-good", "bad-event");
    assertThat(scene.failedMessages.reasons().get("half-good")).contains("/products/1");
    assertThat(scene.passedOn()).containsExactly(mug);
    assertThat(scene.vectors.stats(ENGLISH).vectors()).isEqualTo(1);
  }

  private static String halfGood() {
    String document = Products.FORMAT.write(Products.bilingual(NOON));
    return "{\"schema\":1,\"products\":[" + document + ",{\"id\":\"x\"}]}";
  }

  @Test
  void busEvent_isReadFromItsEnvelope() {
    String body =
        """
        {"version":"0","id":"1","detail-type":"ProductChanged","source":"shop.products",
         "account":"000000000000","time":"2026-11-24T12:00:00Z","region":"eu-central-1",
         "resources":[],"detail":%s}
        """
            .formatted(Products.FORMAT.write(Products.mug(NOON)));
    assertThat(handle(new QueuedMessage("event", body, null))).isEmpty();
    assertThat(scene.passedOn()).containsExactly(Products.mug(NOON));
  }

  @Test
  void ofSeveralStatesInABatch_theNewestIsWrittenOnce() {
    Product newest = Products.product("mug", Map.of(CatalogLocale.ENGLISH, "blue mug"), 1, LATER);
    assertThat(
            handle(
                message("a", Products.mug(NOON)),
                message("b", newest, Products.mug(NOON.minusSeconds(5))),
                message("c", Products.mug(NOON), newest)))
        .isEmpty();
    assertThat(scene.embedded()).isEqualTo(1);
    assertThat(scene.passedOn()).containsExactly(newest);
  }

  @Test
  void storeAway_bringsAllMessagesBackAndPassesNothingOn() {
    scene.vectors.setAway(true);
    assertThat(handle(message("a", Products.mug(NOON)), message("b", Products.bilingual(NOON))))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(scene.passedOn()).isEmpty();
    scene.vectors.setAway(false);
    assertThat(handle(message("a", Products.mug(NOON)), message("b", Products.bilingual(NOON))))
        .isEmpty();
    assertThat(scene.passedOn()).hasSize(2);
  }

  @Test
  void storeAway_isAskedOnceForAWholeBatch() {
    scene.vectors.setAway(true);
    QueuedMessage[] messages =
        IntStream.range(0, 20)
            .mapToObj(i -> message("m" + i, mugs("batch" + i, 100)))
            .toArray(QueuedMessage[]::new);
    assertThat(handle(messages)).hasSize(20);
    assertThat(scene.vectors.calls()).isEqualTo(1);
  }

  @Test
  void refusedRecord_failsItsOwnMessageOnly() {
    scene.vectors.refuse("teapot");
    assertThat(
            handle(message("bad", Products.bilingual(NOON)), message("good", Products.mug(NOON))))
        .containsExactly("bad");
    assertThat(scene.failedMessages.delays()).containsOnlyKeys("bad");
    assertThat(scene.passedOn()).containsExactly(Products.mug(NOON));
  }

  @Test
  void crashBetweenVectorsAndCatalogue_isCompletedByTheNextAttempt() {
    scene.catalog.failAfter(0, 2);
    assertThat(handle(message("a", Products.bilingual(NOON)))).containsExactly("a");
    int before = scene.embedded();
    assertThat(handle(message("a", Products.bilingual(NOON)))).isEmpty();
    assertThat(scene.embedded()).isEqualTo(before);
    assertThat(scene.passedOn()).containsExactly(Products.bilingual(NOON));
  }

  @Test
  void crashBetweenTwoSpaces_isCompletedByTheNextAttempt() {
    handle(message("warm-up", Products.mug(NOON)));
    scene.vectors.failIn(CHINESE);
    assertThat(handle(message("a", Products.bilingual(NOON)))).containsExactly("a");
    scene.vectors.failIn();
    assertThat(scene.stored(ENGLISH, "teapot")).isNotNull();
    assertThat(handle(message("a", Products.bilingual(NOON)))).isEmpty();
    assertThat(scene.stored(CHINESE, "teapot")).isNotNull();
    assertThat(scene.passedOn()).contains(Products.bilingual(NOON));
  }

  @Test
  void manyProducts_arePassedOnOldestFirstInMessagesThatFit() {
    Product[] mugs = mugs("mug", 1_200);
    List<Product> shuffled = new ArrayList<>(List.of(mugs));
    Collections.shuffle(shuffled, new Random(7));
    assertThat(handle(message("all", shuffled.toArray(Product[]::new)))).isEmpty();
    assertThat(scene.passedOn()).containsExactly(mugs);
    assertThat(scene.catalog.messages())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            message -> {
              assertThat(message.body().getBytes(StandardCharsets.UTF_8).length)
                  .isLessThanOrEqualTo(200 * 1024);
              assertThat(message.group()).isEqualTo("catalog");
            });
    assertThat(scene.catalog.messages().stream().map(Message::deduplicationId))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{64}"));
  }

  @Test
  void noMessages_areNoWork() {
    assertThat(handle()).isEmpty();
    assertThat(scene.vectors.calls()).isZero();
  }

  private static Product[] mugs(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Products.product(
                    prefix + i,
                    Map.of(CatalogLocale.ENGLISH, "mug of a set " + "with a saucer ".repeat(10)),
                    i,
                    NOON.plusMillis(i)))
        .toArray(Product[]::new);
  }
}
