package com.aisle.reports;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as comma-separated values (RFC 4180) in UTF-8 with a byte order mark, by which
 * spreadsheets know it. The first lines say range, zone, time and how many rows of how many there
 * are. Text that a spreadsheet would run as a formula gets a quote mark in front (OWASP, CSV
 * injection); numbers are raw.
 */
final class ReportCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String END = "\r\n";
  private static final String FORMULA_BEGINS = "=+-@\t\r";

  private ReportCsv() {}

  static String write(ReportAnswer answer) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    List<List<?>> rows = answer.rows();
    line(csv, List.of("report", answer.text("report")));
    line(csv, List.of("range", answer.text("from"), answer.text("to")));
    line(csv, List.of("timezone", answer.text("timezone")));
    line(csv, List.of("made at", answer.asOf()));
    line(csv, List.of("rows", rows.size() + " of " + answer.text("total")));
    csv.append(END);
    line(csv, answer.columnNames());
    rows.forEach(row -> line(csv, row));
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<? extends @Nullable Object> cells) {
    csv.append(cells.stream().map(ReportCsv::cell).collect(Collectors.joining(","))).append(END);
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      default -> quoted(guarded(value.toString()));
    };
  }

  private static String guarded(String text) {
    boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
    return formula && !isNumber(text) ? "'" + text : text;
  }

  /** Money is text here, and may be below zero. */
  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?");
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
