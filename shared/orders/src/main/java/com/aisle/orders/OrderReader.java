package com.aisle.orders;

import com.aisle.events.DocumentSchema;
import com.aisle.events.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the documents of order events by their JSON Schemas, and checks that money fits into the
 * warehouse without rounding and that a total is the sum of its lines. Thread-safe.
 */
public final class OrderReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The warehouse keeps 14 digits before the point. */
  private static final BigDecimal TOO_MUCH = new BigDecimal("1e14");

  private static final List<String> OWN_FIELDS = List.of("type", "user", "client");

  private static final Map<String, DocumentSchema> SCHEMAS =
      Map.of(
          OrderPlaced.TYPE, DocumentSchema.ORDER_PLACED,
          OrderPaid.TYPE, DocumentSchema.ORDER_PAID,
          OrderRefunded.TYPE, DocumentSchema.ORDER_REFUNDED);

  /** Whether there are documents of this type. */
  public boolean knows(String type) {
    return SCHEMAS.containsKey(type);
  }

  /**
   * Reads one line of an import file, {@code {"type":"OrderPlaced",…}}.
   *
   * @throws InvalidOrderException when it is no order event
   */
  public OrderEvent read(String document) {
    try {
      return read(JSON.readTree(document));
    } catch (JacksonException e) {
      throw new InvalidOrderException(
          List.of(new Violation("", "is no JSON: " + e.getOriginalMessage())));
    }
  }

  /**
   * Reads a document that says its type.
   *
   * @throws InvalidOrderException when it is no order event
   */
  public OrderEvent read(JsonNode document) {
    return read(document.path("type").asString(""), document);
  }

  /**
   * Reads a document of a type that is known from elsewhere.
   *
   * @throws InvalidOrderException when it is no order event
   */
  public OrderEvent read(String type, JsonNode document) {
    DocumentSchema schema = SCHEMAS.get(type);
    if (schema == null) {
      throw new InvalidOrderException(
          List.of(
              new Violation(
                  "/type",
                  "must be OrderPlaced, OrderPaid or OrderRefunded, not '%s'".formatted(type))));
    }
    require(schema.violations(withoutOwnFields(document)));
    return switch (type) {
      case OrderPlaced.TYPE -> placed(document);
      case OrderPaid.TYPE -> paid(document);
      default -> refunded(document);
    };
  }

  /** Who ordered, as far as the document says it; also of one that is wrong elsewhere. */
  public static Customer customer(JsonNode document) {
    return new Customer(
        text(document, "user_id"),
        text(document, "client_id"),
        pseudonym(document, "user"),
        pseudonym(document, "client"));
  }

  /** Type and pseudonyms are added by Aisle; to the shop's documents they do not belong. */
  private static JsonNode withoutOwnFields(JsonNode document) {
    return document instanceof ObjectNode object
        ? object.objectNode().setAll(object).remove(OWN_FIELDS)
        : document;
  }

  private static OrderPlaced placed(JsonNode document) {
    return new OrderPlaced(
        text(document, "order_id"),
        time(document, "placed_at"),
        customer(document),
        text(document, "country"),
        text(document, "currency"),
        lines(document));
  }

  private static OrderPaid paid(JsonNode document) {
    return new OrderPaid(
        text(document, "order_id"),
        time(document, "paid_at"),
        new BigDecimal(text(document, "amount")),
        text(document, "currency"));
  }

  private static OrderRefunded refunded(JsonNode document) {
    Instant at = time(document, "refunded_at");
    return new OrderRefunded(
        text(document, "order_id"),
        text(document, "refund_id"),
        at,
        document.has("placed_at") ? time(document, "placed_at") : at,
        customer(document),
        text(document, "country"),
        text(document, "currency"),
        lines(document));
  }

  private static List<OrderLine> lines(JsonNode document) {
    List<OrderLine> lines = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (JsonNode line : document.path("lines")) {
      OrderLine read = line(line);
      if (read.amount().compareTo(TOO_MUCH) >= 0) {
        violations.add(
            new Violation(
                "/lines/%d/amount".formatted(lines.size()),
                "%s is too much".formatted(read.amount())));
      }
      lines.add(read);
    }
    require(violations);
    requireTotal(document, OrderLine.sum(lines));
    return lines;
  }

  private static OrderLine line(JsonNode line) {
    int quantity = line.path("quantity").intValue();
    BigDecimal price = new BigDecimal(text(line, "unit_price"));
    BigDecimal amount =
        line.has("amount")
            ? new BigDecimal(text(line, "amount"))
            : price.multiply(BigDecimal.valueOf(quantity));
    return new OrderLine(text(line, "product"), quantity, price, amount);
  }

  /** Lines that were lost or doubled on the way show here. */
  private static void requireTotal(JsonNode document, BigDecimal sum) {
    String total = text(document, "amount");
    if (!total.isEmpty() && new BigDecimal(total).compareTo(sum) != 0) {
      require(
          List.of(
              new Violation(
                  "/amount",
                  "%s is not the sum of the lines, %s".formatted(total, sum.toPlainString()))));
    }
    if (sum.compareTo(TOO_MUCH) >= 0) {
      require(List.of(new Violation("/lines", "%s is too much".formatted(sum))));
    }
  }

  private static void require(List<Violation> none) {
    if (!none.isEmpty()) {
      throw new InvalidOrderException(none);
    }
  }

  private static String text(JsonNode document, String name) {
    return document.path(name).asString("");
  }

  private static Instant time(JsonNode document, String name) {
    return OffsetDateTime.parse(text(document, name)).toInstant();
  }

  private static long pseudonym(JsonNode document, String name) {
    String text = text(document, name);
    return text.matches("[0-9]{1,19}|1[0-8][0-9]{18}") ? Long.parseUnsignedLong(text) : 0;
  }
}
