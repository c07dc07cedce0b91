package com.aisle.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.Pseudonyms;
import com.aisle.events.Violation;
import com.aisle.messaging.PublishException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CollectServiceTest {

  private final Collection collection = new Collection();

  @Test
  void event_becomesARow_enrichedAndWithPseudonyms() {
    assertThat(collection.collect(Collection.event("e-1")))
        .containsExactly(new Verdict("e-1", List.of()));

    String user = Pseudonyms.text(Collection.PSEUDONYMS.user("user-1"));
    assertThat(collection.rows())
        .containsExactly(
            Collection.JSON.readTree(
                """
                {"day":"2026-11-24","time":"2026-11-24 11:59:00.123","action":"click","event_id":"e-1",
                 "product":"21791","position":3,"page":"/search/mugs","source":"duckduckgo.com",
                 "device":"mobile","country":"TW","locale":"zh-Hant",
                 "received_at":"2026-11-24 12:00:00.000","person":"%s","client":"%s","user":"%s",
                 "session":"%s","query_id":"q-1","network":"192.0.2.0/24",
                 "attributes":"{\\"colour\\":\\"red\\"}"}
                """
                    .formatted(
                        user,
                        Pseudonyms.text(Collection.PSEUDONYMS.client("client-1")),
                        user,
                        Pseudonyms.text(Collection.PSEUDONYMS.session("session-1")))));
    assertThat(collection.warehouse.messages()).isEmpty();
  }

  @Test
  void day_isThatOfTheShop() {
    collection.collect(Collection.event("e").put("timestamp", "2026-11-23T16:00:00Z"));
    assertThat(collection.rows().getFirst().path("day").asString()).isEqualTo("2026-11-24");
  }

  @Test
  void unknownUser_isTheClient() {
    ObjectNode event = Collection.event("e");
    event.remove("user_id");
    collection.collect(event);
    JsonNode row = collection.rows().getFirst();
    assertThat(row.path("person")).isEqualTo(row.path("client"));
    assertThat(row.has("user")).isFalse();
  }

  @Test
  void namesOfUbi_areReadToo() {
    ObjectNode event = Collection.event("e");
    event.remove(List.of("object_id", "position"));
    event.set(
        "event_attributes",
        Collection.JSON.readTree(
            "{\"object\":{\"object_id\":7,\"object_id_field\":\"sku\"},\"position\":{\"ordinal\":9}}"));
    collection.collect(event);
    JsonNode row = collection.rows().getFirst();
    assertThat(row.path("product").asString()).isEqualTo("7");
    assertThat(row.path("position").asInt()).isEqualTo(9);
    assertThat(row.path("attributes").asString())
        .isEqualTo("{\"object\":{\"object_id_field\":\"sku\"}}");
  }

  @Test
  void price_isOfOnePiece_amountOfAll() {
    ObjectNode event = Collection.event("e").put("action_name", "add_to_cart").put("quantity", 3);
    event.putObject("price").put("amount", "2.35").put("currency", "GBP");
    collection.collect(event);
    JsonNode row = collection.rows().getFirst();
    assertThat(row.path("amount").asString()).isEqualTo("7.05");
    assertThat(row.path("currency").asString()).isEqualTo("GBP");
    assertThat(row.path("quantity").asInt()).isEqualTo(3);
  }

  @Test
  void withoutConsent_nothingLinksTheEventToAnybody() {
    ObjectNode event =
        Collection.event("e")
            .put("consent", false)
            .put("order_id", "o-1")
            .put("recommendation_id", "r-1");
    collection.collect(event);
    JsonNode row = collection.rows().getFirst();
    assertThat(row.propertyNames())
        .containsExactlyInAnyOrder(
            "day",
            "time",
            "action",
            "event_id",
            "product",
            "position",
            "page",
            "source",
            "device",
            "country",
            "locale",
            "received_at");
  }

  @Test
  void refusedWithoutConsent_isKeptWithoutAnybody() {
    collection.collect(Collection.event("e").put("consent", false).put("position", 0));
    JsonNode row = collection.rejected().getFirst();
    assertThat(row.has("person") || row.has("client") || row.has("user")).isFalse();
    assertThat(Collection.JSON.readTree(row.path("payload").asString()).propertyNames())
        .doesNotContain("client_id", "user_id", "session_id", "query_id", "event_attributes");
  }

  @Test
  void refused_isKeptWithItsReason_andCanBeSentAgain() {
    ObjectNode bad = Collection.event("e").put("locale", "en US");
    assertThat(collection.collect(bad, Collection.event("good")))
        .extracting(Verdict::accepted)
        .containsExactly(false, true);

    JsonNode row = collection.rejected().getFirst();
    assertThat(row.path("reason").asString()).startsWith("/locale: ");
    assertThat(row.path("source").asString()).isEqualTo("events");
    assertThat(row.path("user").asString())
        .isEqualTo(Pseudonyms.text(Collection.PSEUDONYMS.user("user-1")));

    ObjectNode mended = (ObjectNode) Collection.JSON.readTree(row.path("payload").asString());
    collection.behaviour.clear();
    assertThat(collection.collect(mended.put("locale", "en-US")))
        .extracting(Verdict::accepted)
        .containsExactly(true);
    collection.collect(Collection.event("other").put("locale", "en-US"));
    List<JsonNode> rows = collection.rows();
    for (String same : List.of("person", "client", "user", "session", "page", "source")) {
      assertThat(rows.get(0).path(same)).as(same).isEqualTo(rows.get(1).path(same));
    }
  }

  @Test
  void refusedTwice_isTheSameRejection() {
    ObjectNode bad = Collection.event("e").put("position", -1);
    collection.collect(bad);
    collection.collect(bad);
    assertThat(collection.rejected())
        .extracting(row -> row.path("rejection_id").asString())
        .hasSize(2)
        .containsOnly(collection.rejected().getFirst().path("rejection_id").asString());
  }

  @Test
  void idsAndAddresses_appearNowhere() {
    ObjectNode event =
        Collection.event("e")
            .put("page", "/account/user-1/anna%40example.com/orders?mail=anna@example.com")
            .put("referrer", "https://mail.example/?to=anna@example.com");
    event
        .putObject("event_attributes")
        .put("user_id", "user-1")
        .put("E-Mail", "anna@example.com")
        .put("note", "written by anna@example.com for user-1")
        .putObject("deeper")
        .put("sessionId", "session-1")
        .put("kept", "yes");
    ObjectNode refused =
        event.deepCopy().put("event_id", "f").put("userId", "user-1").put("position", 0);

    collection.collect(event, refused);

    assertThat(collection.rows()).hasSize(1);
    assertThat(collection.rejected()).hasSize(1);
    assertThat(collection.everything())
        .doesNotContain("user-1")
        .doesNotContain("client-1")
        .doesNotContain("session-1")
        .doesNotContain("anna")
        .contains("kept");
    assertThat(collection.rows().getFirst().path("page").asString())
        .isEqualTo("/account/*/*/orders");
  }

  @Test
  void sameEventTwiceInARequest_isSentOnce() {
    assertThat(collection.collect(Collection.event("e"), Collection.event("e")))
        .extracting(Verdict::accepted)
        .containsExactly(true, true);
    assertThat(collection.rows()).hasSize(1);
  }

  @Test
  void source_isTheCampaign_elseTheHostOfAnotherSite() {
    assertThat(sourceOf(Collection.event("1").put("source", " Newsletter ")))
        .isEqualTo("newsletter");
    assertThat(sourceOf(Collection.event("2").put("page", "/?a=b&utm_source=Spring%20mail")))
        .isEqualTo("spring mail");
    assertThat(sourceOf(Collection.event("3").put("referrer", "https://www.shop.example/cart")))
        .isEmpty();
    assertThat(sourceOf(Collection.event("4").put("referrer", ""))).isEmpty();
    assertThat(sourceOf(Collection.event("5").put("referrer", "https://me:pw@Blog.example:8443/x")))
        .isEqualTo("blog.example");
  }

  @Test
  void time_thatCannotBeTrue_isRefused() {
    assertThat(refusal(Collection.event("1").put("timestamp", "2026-11-25T12:00:01Z")))
        .containsExactly(new Violation("/timestamp", "lies more than a day ahead"));
    assertThat(
            refusal(
                Collection.event("2")
                    .put("timestamp", Collection.NOW.minus(Duration.ofDays(401)).toString())))
        .containsExactly(new Violation("/timestamp", "lies more than 400 days back"));
  }

  @Test
  void attributes_thatAreTooMany_areRefused() {
    ObjectNode event = Collection.event("1");
    event.putObject("event_attributes").put("text", "x".repeat(5_000));
    assertThat(refusal(event)).extracting(Violation::pointer).containsExactly("/event_attributes");
  }

  @Test
  void whatIsNoObject_isRefusedAlone() {
    assertThat(
            collection.collect(
                Collection.JSON.readTree("7"),
                Collection.JSON.readTree("\"user-1\""),
                Collection.JSON.readTree("null"),
                Collection.event("e")))
        .extracting(Verdict::accepted)
        .containsExactly(false, false, false, true);
    assertThat(collection.everything()).doesNotContain("user-1");
  }

  @Test
  void hugeRefusedEvent_isKeptByItsReason() {
    ObjectNode event = Collection.event("e");
    event.putObject("event_attributes").put("text", "字".repeat(300_000)).put("more", 1);
    collection.collect(event.put("position", 0));
    assertThat(collection.rejected().getFirst().path("payload").asString()).startsWith("(too long");
  }

  @Test
  void fiveHundredEvents_leaveInMessagesOfTheAgreedSize() {
    JsonNode[] events =
        IntStream.range(0, 500).mapToObj(i -> Collection.event("e-" + i)).toArray(JsonNode[]::new);
    assertThat(collection.collect(events)).allMatch(Verdict::accepted);
    assertThat(collection.rows()).hasSize(500);
    assertThat(collection.behaviour.bodies())
        .hasSizeGreaterThan(1)
        .allMatch(b -> b.getBytes(StandardCharsets.UTF_8).length <= BehaviourMessage.MAX_BYTES);
  }

  @Test
  void topicOrQueueAway_isSaid() {
    collection.behaviour.failAfter(0, 1);
    assertThatThrownBy(() -> collection.collect(Collection.event("e")))
        .isInstanceOf(PublishException.class);
    collection.warehouse.failAfter(0, 1);
    assertThatThrownBy(() -> collection.collect(Collection.event("e").put("position", 0)))
        .isInstanceOf(PublishException.class);
  }

  private String sourceOf(ObjectNode event) {
    collection.behaviour.clear();
    collection.collect(event);
    return collection.rows().getFirst().path("source").asString("");
  }

  private List<Violation> refusal(ObjectNode event) {
    return collection.collect(event).getFirst().errors();
  }
}
