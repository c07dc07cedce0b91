package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.demo.Order.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads orders.csv.gz. Lines that only correct the stock (nothing was paid, less is there) are no
 * part of an order and left out; what is left of an invoice is all sold or all given back.
 */
final class OrderFile {
  private static final String HEAD = "invoice,stock_code,quantity,date,unit_price,customer,country";
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  // The till wrote invoices side by side: an invoice's lines may lie some others apart.
  private static final int OPEN_INVOICES = 100;

  private final Path file;

  OrderFile(Path file) {
    this.file = file;
  }

  /** Hands over every invoice that has a line left, in the order of the file. */
  void forEach(Consumer<Order> taker) {
    Map<String, Order> open = new LinkedHashMap<>();
    try (BufferedReader reader = open()) {
      String head = reader.readLine();
      if (!HEAD.equals(head)) {
        throw new LauncherException("%s begins with %s, not with %s".formatted(file, head, HEAD));
      }
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        add(open, text.split(",", -1));
        if (open.size() > OPEN_INVOICES) {
          Iterator<Order> eldest = open.values().iterator();
          handOver(eldest.next(), taker);
          eldest.remove();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.values().forEach(order -> handOver(order, taker));
  }

  /** When the last order was placed. */
  LocalDateTime end() {
    LocalDateTime[] last = {LocalDateTime.MIN};
    forEach(order -> last[0] = order.date().isAfter(last[0]) ? order.date() : last[0]);
    return last[0];
  }

  private BufferedReader open() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
  }

  private static void add(Map<String, Order> open, String[] fields) {
    Line line = new Line("or-" + fields[1], Integer.parseInt(fields[2]), new BigDecimal(fields[4]));
    if (line.isCorrectionOfStock()) {
      return;
    }
    open.computeIfAbsent(fields[0], invoice -> empty(invoice, fields)).lines().add(line);
  }

  private static Order empty(String invoice, String[] fields) {
    List<Line> lines = new ArrayList<>();
    return new Order(invoice, LocalDateTime.parse(fields[3], DATE), fields[5], fields[6], lines);
  }

  private static void handOver(Order order, Consumer<Order> taker) {
    if (order.lines().stream().map(Line::isReturn).distinct().count() > 1) {
      throw new LauncherException(
          "invoice %s has goods that were sold and goods that came back"
              .formatted(order.invoice()));
    }
    taker.accept(order);
  }
}
