package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import com.aisle.orders.Customer;
import com.aisle.orders.OrderEvent;
import com.aisle.orders.OrderLine;
import com.aisle.orders.OrderPaid;
import com.aisle.orders.OrderPlaced;
import com.aisle.orders.OrderRefunded;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Makes rows of order events; what was given back counts negative, on the day of the refund. */
final class OrderRows {

  private final ShopCalendar calendar;
  private final Supplier<Pseudonyms> pseudonyms;

  OrderRows(ShopCalendar calendar, Supplier<Pseudonyms> pseudonyms) {
    this.calendar = calendar;
    this.pseudonyms = pseudonyms;
  }

  void add(OrderEvent event, Contents contents) {
    switch (event) {
      case OrderPlaced placed -> {
        Row order = order(placed, "placed", placed.amount(), placed.currency());
        Buyer buyer = buyer(placed.customer());
        add(Table.ORDERS, placed, who(order, buyer, placed.country()), "", contents);
        addLines(placed, buyer, placed.country(), placed.lines(), contents);
      }
      case OrderPaid paid ->
          add(
              Table.ORDERS,
              paid,
              order(paid, "paid", paid.amount(), paid.currency()),
              "",
              contents);
      case OrderRefunded refund -> {
        Row order = order(refund, "refunded", refund.amount().negate(), refund.currency());
        Buyer buyer = buyer(refund.customer());
        add(Table.ORDERS, refund, who(order, buyer, refund.country()), "", contents);
        addLines(refund, buyer, refund.country(), refund.lines(), contents);
      }
    }
  }

  Buyer buyer(Customer customer) {
    return Buyer.of(customer, pseudonyms);
  }

  private void addLines(
      OrderEvent event, Buyer buyer, String country, List<OrderLine> lines, Contents contents) {
    for (int i = 0; i < lines.size(); i++) {
      Row row = who(line(event, lines.get(i), i + 1), buyer, country);
      add(Table.ORDER_LINES, event, row, "\n" + (i + 1), contents);
    }
  }

  private Row order(OrderEvent event, String kind, BigDecimal amount, String currency) {
    return common(event).text("kind", kind).decimal("amount", amount).text("currency", currency);
  }

  private Row line(OrderEvent event, OrderLine line, int number) {
    boolean refund = event instanceof OrderRefunded;
    return common(event)
        .text("kind", refund ? "refund" : "sale")
        .number("line", number)
        .text("product", line.product())
        .number("quantity", refund ? -line.quantity() : line.quantity())
        .decimal("unit_price", line.unitPrice())
        .decimal("amount", refund ? line.amount().negate() : line.amount())
        .text("currency", currency(event))
        .time("placed_at", placedAt(event));
  }

  private Row common(OrderEvent event) {
    return new Row()
        .day("day", calendar.day(event.at()))
        .time("time", event.at())
        .text("order_id", event.orderId())
        .text("event_id", event.eventId());
  }

  private static Row who(Row row, Buyer buyer, String country) {
    return row.pseudonym("person", buyer.person())
        .pseudonym("client", buyer.client())
        .pseudonym("user", buyer.user())
        .text("country", country);
  }

  private void add(Table table, OrderEvent event, Row row, String line, Contents contents) {
    byte[] json = row.json().getBytes(StandardCharsets.UTF_8);
    String day = calendar.day(event.at()).toString();
    contents.rows().add(RawRow.of(table, event.eventId() + line, day, json));
  }

  private static String currency(OrderEvent event) {
    return switch (event) {
      case OrderPlaced placed -> placed.currency();
      case OrderPaid paid -> paid.currency();
      case OrderRefunded refund -> refund.currency();
    };
  }

  private static Instant placedAt(OrderEvent event) {
    return event instanceof OrderRefunded refund ? refund.placedAt() : event.at();
  }
}
