package com.aisle.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aisle.events.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {

  private static final String PLACED =
      """
      {"type":"OrderPlaced","order_id":"536365","placed_at":"2026-11-24T08:26:00+01:00",
       "user_id":"17850","country":"GB","currency":"GBP","lines":[
        {"product":"85123A","quantity":6,"unit_price":"2.55"},
        {"product":"71053","quantity":2,"unit_price":"3.39","amount":"6.00"}]}""";

  private static final String REFUNDED =
      """
      {"type":"OrderRefunded","order_id":"536365","refund_id":"C1","currency":"GBP",
       "refunded_at":"2026-11-25T08:26:00Z","amount":"2.55",
       "lines":[{"product":"85123A","quantity":1,"unit_price":"2.55"}]}""";

  private final OrderReader reader = new OrderReader();

  @Test
  void placed_isReadWithExactMoney() {
    OrderPlaced order = (OrderPlaced) reader.read(PLACED);
    assertThat(order.eventId()).isEqualTo("OrderPlaced:536365");
    assertThat(order.at()).isEqualTo("2026-11-24T07:26:00Z");
    assertThat(order.customer()).isEqualTo(new Customer("17850", "", 0, 0));
    assertThat(order.lines())
        .containsExactly(
            new OrderLine("85123A", 6, new BigDecimal("2.55"), new BigDecimal("15.30")),
            new OrderLine("71053", 2, new BigDecimal("3.39"), new BigDecimal("6.00")));
    assertThat(order.amount()).isEqualTo("21.30");
  }

  @Test
  void paidAndRefunded_areRead() {
    OrderPaid paid =
        (OrderPaid)
            reader.read(
                """
                {"type":"OrderPaid","order_id":"1","paid_at":"2026-11-24T08:26:00Z","amount":"1.5","currency":"EUR"}""");
    assertThat(paid.amount()).isEqualTo("1.5");
    assertThat(paid.eventId()).isEqualTo("OrderPaid:1");
    OrderRefunded refunded = (OrderRefunded) reader.read(REFUNDED);
    assertThat(refunded.eventId()).isEqualTo("OrderRefunded:536365:C1");
    assertThat(refunded.placedAt()).isEqualTo(Instant.parse("2026-11-25T08:26:00Z"));
    assertThat(refunded.amount()).isEqualTo("2.55");
  }

  @Test
  void keptDocument_saysPseudonyms() {
    OrderPlaced order =
        (OrderPlaced)
            reader.read(
                PLACED.replace("\"user_id\":\"17850\"", "\"user\":\"18446744073709551615\""));
    assertThat(order.customer()).isEqualTo(new Customer("", "", -1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2.55"      | 2.55         | /lines/0/unit_price
          "2.55"      | "2,55"       | /lines/0/unit_price
          "2.55"      | "-2.55"      | /lines/0/unit_price
          "2.55"      | "2.55555"    | /lines/0/unit_price
          "2.55"      | "1e3"        | /lines/0/unit_price
          "quantity":6,"unit_price":"2.55" | "quantity":1000,"unit_price":"999999999999" | /lines/0/amount
          "GBP"       | "gbp"        | /currency
          "GBP"       | "XYZ"        | /currency
          "GB"        | "Britain"    | /country
          "quantity":6| "quantity":0 | /lines/0/quantity
          "quantity":6| "quantity":-6| /lines/0/quantity
          "quantity":6| "quantity":1.5| /lines/0/quantity
          "quantity":6| "quantity":"6"| /lines/0/quantity
          "536365"    | ""           | /order_id
          "536365"    | 536365       | /order_id
          08:26:00+01:00 | 08:26     | /placed_at
          2026-11-24  | 1906-11-24   | /placed_at
          2026-11-24  | 2026-11-31   | /placed_at
          "country":"GB" | "amount":"21.31" | /amount
          "OrderPlaced" | "OrderLost" | /type
          """)
  void mistake_isNamedByItsPlace(String right, String wrong, String pointer) {
    assertThat(PLACED).contains(right);
    assertThat(pointers(PLACED.replace(right, wrong))).containsExactly(pointer);
  }

  @Test
  void everyMistake_isNamed() {
    assertThat(
            pointers(PLACED.replace("2.55", "free").replace("GBP", "pounds").replace("6.00", "")))
        .containsExactlyInAnyOrder("/currency", "/lines/0/unit_price", "/lines/1/amount");
    assertThat(pointers("{\"type\":\"OrderPaid\"}")).hasSize(4);
  }

  @Test
  void totalThatIsNotTheSum_saysBoth() {
    assertThatThrownBy(
            () -> reader.read(PLACED.replace("\"country\":\"GB\"", "\"amount\":\"21.31\"")))
        .hasMessage("/amount: 21.31 is not the sum of the lines, 21.30");
  }

  @Test
  void total_thatIsTheSum_isAccepted() {
    assertThat(reader.read(PLACED.replace("\"country\":\"GB\"", "\"amount\":\"21.3\"")))
        .isEqualTo(reader.read(PLACED.replace("\"country\":\"GB\",", "")));
  }

  @Test
  void noJson_isAnInvalidOrder() {
    assertThat(pointers("{\"type\":")).containsExactly("");
    assertThat(pointers("[]")).containsExactly("/type");
  }

  private List<String> pointers(String document) {
    return catchThrowableOfType(InvalidOrderException.class, () -> reader.read(document))
        .violations()
        .stream()
        .map(Violation::pointer)
        .toList();
  }
}
