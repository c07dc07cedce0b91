package com.aisle.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DocumentSchemaTest {

  private static final String EVENT =
      """
      {"event_id":"e-1","action_name":"add_to_cart","timestamp":"2026-11-25T01:02:03.456+01:00",
       "client_id":"c-1","session_id":"s-1","user_id":"u-1","query_id":"q-1","object_id":"85123A",
       "position":3,"quantity":2,"price":{"amount":"2.55","currency":"GBP"},"page":"/mugs?q=1",
       "referrer":"https://www.example.com/","source":"newsletter","locale":"zh-Hant",
       "consent":true,"event_attributes":{"colour":"red"}}
      """;

  /** As the examples of User Behavior Insights 1.3 are, with what Aisle needs besides. */
  private static final String UBI_EVENT =
      """
      {"event_id":"e-2","application":"primary-search","action_name":"click","query_id":"1234-user-5678",
       "session_id":"84266fdb","client_id":"5e3b2a1c","user_id":"","timestamp":"2018-11-13T20:20:39Z",
       "message_type":"CLICK","message":"clicked","event_attributes":{
         "object":{"object_id":"XYZ-12345","object_id_field":"sku"},"position":{"ordinal":3}}}
      """;

  private static final String PLACED =
      """
      {"order_id":"536365","placed_at":"2026-11-25T01:02:03Z","user_id":"17850","country":"GB",
       "currency":"GBP","channel":"web",
       "lines":[{"product":"85123A","quantity":6,"unit_price":"2.55","amount":"15.30","gift":true}]}
      """;

  @Test
  void goodDocuments_haveNoViolations() {
    assertThat(violations(DocumentSchema.EVENT, EVENT)).isEmpty();
    assertThat(violations(DocumentSchema.EVENT, UBI_EVENT)).isEmpty();
    assertThat(violations(DocumentSchema.ORDER_PLACED, PLACED)).isEmpty();
    assertThat(
            violations(
                DocumentSchema.ORDER_PAID,
                "{\"order_id\":\"1\",\"paid_at\":\"2026-11-25T01:02:03Z\",\"amount\":\"15.30\",\"currency\":\"GBP\"}"))
        .isEmpty();
    assertThat(
            violations(
                DocumentSchema.ORDER_REFUNDED,
                """
                {"order_id":"1","refund_id":"r","refunded_at":"2026-11-25T01:02:03Z","currency":"GBP",
                 "lines":[{"product":"85123A","quantity":1,"unit_price":"2.55"}]}
                """))
        .isEmpty();
  }

  @Test
  void missingField_isNamed() {
    assertThat(violations(DocumentSchema.EVENT, "{}"))
        .containsExactlyInAnyOrder(
            new Violation("/event_id", "is missing"),
            new Violation("/action_name", "is missing"),
            new Violation("/timestamp", "is missing"),
            new Violation("/client_id", "is missing"));
  }

  @Test
  void unknownField_isNamed_inAnEvent() {
    assertThat(violations(DocumentSchema.EVENT, event().put("sessionId", "s").toString()))
        .containsExactly(new Violation("/sessionId", "is not a field of this document"));
  }

  @Test
  void actionOnAProduct_needsTheProduct() {
    ObjectNode event = event();
    event.remove("object_id");
    assertThat(violations(DocumentSchema.EVENT, event.toString()))
        .extracting(Violation::pointer)
        .contains("/object_id");
    event.put("action_name", "page_view");
    assertThat(violations(DocumentSchema.EVENT, event.toString())).isEmpty();
  }

  @Test
  void badAmount_isAnError_neverSilence() {
    for (String amount : List.of("-1", "1,5", "1.23456", "", "NaN", "1e3", "01")) {
      ObjectNode event = event();
      event.putObject("price").put("amount", amount).put("currency", "GBP");
      assertThat(violations(DocumentSchema.EVENT, event.toString()))
          .as("amount '%s'", amount)
          .singleElement()
          .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/price/amount"));
    }
    assertThat(violations(DocumentSchema.ORDER_PLACED, PLACED.replace("\"2.55\"", "2.55")))
        .extracting(Violation::pointer)
        .containsExactly("/lines/0/unit_price");
  }

  @Test
  void currencyThatDoesNotExist_isNamed() {
    ObjectNode event = event();
    event.putObject("price").put("amount", "1").put("currency", "ABC");
    assertThat(violations(DocumentSchema.EVENT, event.toString()))
        .containsExactly(new Violation("/price/currency", "'ABC' is no currency of ISO 4217"));
    assertThat(violations(DocumentSchema.ORDER_PLACED, PLACED.replace("GBP", "XYZ")))
        .extracting(Violation::pointer)
        .containsExactly("/currency");
  }

  @Test
  void timeThatDoesNotExist_isNamed() {
    for (String time :
        List.of("2026-02-30T00:00:00Z", "1969-12-31T00:00:00Z", "9999-01-01T00:00:00Z")) {
      assertThat(violations(DocumentSchema.EVENT, event().put("timestamp", time).toString()))
          .as(time)
          .extracting(Violation::pointer)
          .containsExactly("/timestamp");
    }
  }

  private static ObjectNode event() {
    return (ObjectNode) JsonMapper.shared().readTree(EVENT);
  }

  private static List<Violation> violations(DocumentSchema schema, String json) {
    return schema.violations(JsonMapper.shared().readTree(json));
  }
}
