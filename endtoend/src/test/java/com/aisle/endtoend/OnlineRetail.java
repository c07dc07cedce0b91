package com.aisle.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * The demo shop's year of order lines, counted in plain Java. A line sells, or gives back (goods or
 * an amount below zero), or only corrects the stock (goods below zero that cost nothing), which is
 * no order.
 */
final class OnlineRetail {

  static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 9);

  private static final Path FILE = Path.of("../localstack/demo/orders.csv.gz");

  private final List<Line> lines;

  /** A line of the file; {@code customer} is empty where it is not known. */
  record Line(
      String invoice,
      String product,
      int quantity,
      String date,
      BigDecimal price,
      String customer) {

    boolean isSale() {
      return quantity > 0 && price.signum() >= 0;
    }

    boolean isReturn() {
      return !isSale() && price.signum() != 0;
    }

    BigDecimal amount() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }

    YearMonth month() {
      return YearMonth.parse(date.substring(0, 7));
    }
  }

  OnlineRetail() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      lines =
          reader
              .lines()
              .skip(1)
              .map(OnlineRetail::line)
              .filter(line -> line.isSale() || line.isReturn())
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fourteen years later: the warehouse lets orders go after ten. */
  private static String moved(String date) {
    return Integer.parseInt(date.substring(0, 4)) + 14 + date.substring(4);
  }

  private static Line line(String text) {
    String[] fields = text.split(",", -1);
    return new Line(
        fields[0],
        fields[1],
        Integer.parseInt(fields[2]),
        moved(fields[3]),
        new BigDecimal(fields[4]),
        fields[5]);
  }

  /** The lines of each invoice, in the file's order. */
  Map<String, List<Line>> invoices() {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::invoice, LinkedHashMap::new, Collectors.toList()));
  }

  private static long invoices(List<Line> some) {
    return some.stream().map(Line::invoice).distinct().count();
  }

  private static BigDecimal sum(List<Line> some) {
    return some.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Line> those(List<Line> some, Predicate<Line> which) {
    return some.stream().filter(which).toList();
  }

  /** {@code period orders units gross refunds net customers} of each month. */
  List<String> months() {
    return byMonth().entrySet().stream()
        .map(month -> "%s %s".formatted(month.getKey().atDay(1), money(month.getValue())))
        .toList();
  }

  /** The same of the year. */
  String year() {
    return money(lines);
  }

  private static String money(List<Line> some) {
    List<Line> sales = those(some, Line::isSale);
    List<Line> returns = those(some, Line::isReturn);
    long customers =
        sales.stream().map(Line::customer).filter(id -> !id.isEmpty()).distinct().count();
    return "%d %d %s %s %s %d"
        .formatted(
            invoices(sales),
            sales.stream().mapToLong(Line::quantity).sum(),
            plain(sum(sales)),
            plain(sum(returns).negate()),
            plain(sum(some)),
            customers);
  }

  /** How many invoices cancel something; those that do all give back. */
  long cancellations() {
    return invoices(those(lines, Line::isReturn));
  }

  private Map<YearMonth, List<Line>> byMonth() {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::month, TreeMap::new, Collectors.toList()));
  }

  /** {@code product units net} of those with the most revenue. */
  List<String> topProducts(int count) {
    Map<String, List<Line>> products = lines.stream().collect(Collectors.groupingBy(Line::product));
    Comparator<Map.Entry<String, List<Line>>> byRevenue =
        Comparator.comparing(entry -> sum(entry.getValue()));
    return products.entrySet().stream()
        .sorted(byRevenue.reversed())
        .limit(count)
        .map(
            entry ->
                "or-%s %d %s"
                    .formatted(
                        entry.getKey(),
                        those(entry.getValue(), Line::isSale).stream()
                            .mapToLong(Line::quantity)
                            .sum(),
                        plain(sum(entry.getValue()))))
        .toList();
  }

  /** Customers of each month's cohort that order in each month from then on. */
  List<String> customerCohorts() {
    return cohorts(
        some ->
            Long.toString(
                those(some, Line::isSale).stream().map(Line::customer).distinct().count()));
  }

  /** Revenue of each month's cohort in each month from then on. */
  List<String> revenueCohorts() {
    return cohorts(some -> plain(sum(some)));
  }

  private List<String> cohorts(Function<List<Line>, String> cell) {
    Map<String, YearMonth> first = new HashMap<>();
    for (Line line : those(lines, line -> line.isSale() && !line.customer().isEmpty())) {
      first.merge(line.customer(), line.month(), (a, b) -> a.isBefore(b) ? a : b);
    }
    Set<YearMonth> months = new HashSet<>(byMonth().keySet());
    return months.stream()
        .sorted()
        .map(
            cohort -> {
              List<Line> own = those(lines, line -> cohort.equals(first.get(line.customer())));
              String cells =
                  months.stream()
                      .filter(month -> !month.isBefore(cohort))
                      .sorted()
                      .map(month -> cell.apply(those(own, line -> line.month().equals(month))))
                      .collect(Collectors.joining(" "));
              long size = first.values().stream().filter(cohort::equals).count();
              return "%s %d %s".formatted(cohort.atDay(1), size, cells);
            })
        .toList();
  }

  /** As reports write money: two digits, or more where they are needed. */
  private static String plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
  }
}
