package com.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.events.Rejection;
import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import com.aisle.messaging.RejectedMessageException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

  private final MessageReader reader =
      new MessageReader(
          new OrderContents(
              new OrderRows(
                  new ShopCalendar(ZoneId.of("Asia/Taipei")), () -> Messages.PSEUDONYMS)));

  @Test
  void rows_areCutOutAsTheyAre() {
    Row first = Messages.event("e1").text("page", "/馬克杯 \"}],[{\" \\ 😀");
    Row second = Messages.event("e2").text("attributes", "{\"a\":[1,{}]}");

    Contents contents = reader.read(Messages.body(Kind.EVENTS, first, second));

    assertThat(contents.rejections()).isEmpty();
    assertThat(contents.rows())
        .extracting(RawRow::json)
        .containsExactly(first.json(), second.json());
    assertThat(contents.rows()).extracting(RawRow::id).containsExactly("e1", "e2");
    assertThat(contents.rows()).extracting(RawRow::day).containsOnly("2026-11-25");
  }

  @Test
  void fields_mayComeInAnyOrder_andSpread() {
    Contents contents =
        reader.read(
            """
            {"products": [ {"product":"p1",
              "category":["A","B"], "deleted": false, "updated_at":"2026-11-25 01:02:03.456"} ],
             "kind":"products", "schema":1, "sender":{"name":"embedding"}}""");
    assertThat(contents.rows()).extracting(RawRow::table).containsExactly(Table.PRODUCTS);
    assertThat(contents.rows().getFirst().id()).isEqualTo("p1\n2026-11-25 01:02:03.456");
  }

  @Test
  void everyKind_hasItsTable() {
    assertThat(reader.read(Messages.body(Kind.SEARCHES, row("query_id"))).rows())
        .extracting(RawRow::table)
        .containsExactly(Table.SEARCHES);
    assertThat(reader.read(Messages.body(Kind.RECOMMENDATIONS, row("recommendation_id"))).rows())
        .extracting(RawRow::table)
        .containsExactly(Table.RECOMMENDATIONS);
    assertThat(reader.read(Messages.body(Kind.REJECTED, row("rejection_id"))).rows())
        .extracting(RawRow::table)
        .containsExactly(Table.REJECTED_EVENTS);
    assertThat(reader.read("{\"schema\":1,\"kind\":\"events\",\"events\":[]}").rows()).isEmpty();
  }

  @Test
  void badRow_isRejectedAlone() {
    Contents contents =
        reader.read(
            Messages.body(
                Kind.EVENTS,
                Messages.event("e1"),
                Messages.event("e2").text("ingested_at", "2026-11-25 00:00:00"),
                Messages.event(""),
                new Row().text("event_id", "e4").text("day", "25.11.2026"),
                Messages.event("e5")));
    assertThat(contents.rows()).extracting(RawRow::id).containsExactly("e1", "e5");
    assertThat(contents.rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            "the row has the unknown column ingested_at",
            "the row has no event_id",
            "the row has no day but '25.11.2026'");
    assertThat(contents.rejections().getFirst())
        .extracting(Rejection::source, Rejection::eventId, Rejection::client)
        .containsExactly("events", "e2", Messages.PSEUDONYMS.client("b1"));
  }

  @Test
  void elementThatIsNoRow_isRejectedAlone() {
    Contents contents =
        reader.read(
            Messages.events("e1").replace("\"events\":[", "\"events\":[7,[{}],\"x\",null,"));
    assertThat(contents.rows()).extracting(RawRow::id).containsExactly("e1");
    assertThat(contents.rejections())
        .extracting(Rejection::payload)
        .containsExactly("7", "[{}]", "\"x\"", "null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "hello",
        "{}",
        "{\"schema\":1,\"kind\":\"events\"}",
        "{\"schema\":1,\"kind\":\"searches\",\"events\":[]}",
        "{\"schema\":1,\"kind\":\"secrets\",\"secrets\":[]}",
        "{\"schema\":2,\"kind\":\"events\",\"events\":[]}",
        "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"event_id\":\"e1\"",
        "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"event_id\":\"\\q\"}]}",
        "{\"version\":\"0\",\"detail-type\":\"ProductChanged\",\"detail\":{}}"
      })
  void otherMessages_areRefused(String body) {
    assertThatThrownBy(() -> reader.read(body)).isInstanceOf(RejectedMessageException.class);
  }

  @Test
  void order_becomesRowsOfItselfAndItsLines() {
    Contents contents = reader.read(Messages.envelope("OrderPlaced", Messages.ORDER));

    assertThat(contents.rejections()).isEmpty();
    String user = Long.toUnsignedString(Messages.PSEUDONYMS.user("anna"));
    String client = Long.toUnsignedString(Messages.PSEUDONYMS.client("b1"));
    String who =
        "\"person\":\"%s\",\"client\":\"%s\",\"user\":\"%s\",\"country\":\"GB\"}"
            .formatted(user, client, user);
    assertThat(contents.rows())
        .extracting(RawRow::json)
        .containsExactly(
            "{\"day\":\"2026-11-25\",\"time\":\"2026-11-25 11:00:00.000\",\"order_id\":\"o1\","
                + "\"event_id\":\"OrderPlaced:o1\",\"kind\":\"placed\",\"amount\":\"5.2000\","
                + "\"currency\":\"GBP\","
                + who,
            line(1, "p1", "2", "2.55", "5.10") + who,
            line(2, "p2", "1", "0.1000", "0.1000") + who);
    assertThat(contents.rows())
        .extracting(RawRow::id)
        .containsExactly("OrderPlaced:o1", "OrderPlaced:o1\n1", "OrderPlaced:o1\n2");
  }

  @Test
  void refund_countsNegative_onItsOwnDay() {
    Contents contents = reader.read(Messages.envelope("OrderRefunded", Messages.REFUND));
    assertThat(contents.rows()).extracting(RawRow::day).containsOnly("2026-11-26");
    assertThat(contents.rows().getLast().json())
        .contains(
            "\"kind\":\"refund\"",
            "\"quantity\":-1",
            "\"unit_price\":\"2.55\"",
            "\"amount\":\"-2.55\"",
            "\"placed_at\":\"2026-11-25 11:00:00.000\"");
    assertThat(contents.rows().getFirst().json()).contains("\"amount\":\"-2.55\"");
  }

  @Test
  void day_isTheShops() {
    String order = Messages.ORDER.replace("T11:00:00Z", "T16:00:00Z");
    assertThat(reader.read(Messages.envelope("OrderPlaced", order)).rows())
        .extracting(RawRow::day)
        .containsOnly("2026-11-26");
  }

  @Test
  void badOrder_isRejected_withPseudonymsInPlaceOfIds_andNothingElseAboutThePerson() {
    String order =
        Messages.ORDER
            .replace("\"2.55\"", "2.55")
            .replace("\"country\"", "\"email\":\"a@b\",\"country\"");
    Contents contents = reader.read(Messages.envelope("OrderPlaced", order));

    assertThat(contents.rows()).isEmpty();
    Rejection rejection = contents.rejections().getFirst();
    assertThat(rejection.reason()).startsWith("/lines/0/unit_price: ");
    assertThat(rejection.eventId()).isEqualTo("OrderPlaced:o1");
    assertThat(rejection.person()).isEqualTo(Messages.PSEUDONYMS.user("anna"));
    assertThat(rejection.payload()).doesNotContain("anna", "\"b1\"", "a@b").contains("2.55");
  }

  @Test
  void rejectedOrder_putRight_isReadAgainForTheSamePerson() {
    Rejection rejection =
        reader
            .read(Messages.envelope("OrderPlaced", Messages.ORDER.replace("\"GBP\"", "\"ZZZ\"")))
            .rejections()
            .getFirst();
    String body =
        "{\"schema\":1,\"kind\":\"orders\",\"orders\":[%s]}"
            .formatted(rejection.payload().replace("ZZZ", "GBP"));

    List<RawRow> rows = reader.read(body).rows();

    assertThat(rows)
        .extracting(RawRow::json)
        .isEqualTo(
            reader.read(Messages.envelope("OrderPlaced", Messages.ORDER)).rows().stream()
                .map(RawRow::json)
                .toList());
  }

  private static Row row(String id) {
    return new Row().text(id, "1").text("day", "2026-11-25");
  }

  private static String line(
      int number, String product, String quantity, String price, String amount) {
    return ("{\"day\":\"2026-11-25\",\"time\":\"2026-11-25 11:00:00.000\",\"order_id\":\"o1\","
            + "\"event_id\":\"OrderPlaced:o1\",\"kind\":\"sale\",\"line\":%d,\"product\":\"%s\","
            + "\"quantity\":%s,\"unit_price\":\"%s\",\"amount\":\"%s\",\"currency\":\"GBP\","
            + "\"placed_at\":\"2026-11-25 11:00:00.000\",")
        .formatted(number, product, quantity, price, amount);
  }
}
