package com.aisle.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The most usual ways through the shop: what sessions do first, from some step on, or before one.
 * The same thing done several times running is one step.
 */
final class Paths implements Report {

  private static final String DEPTH = "depth";
  private static final String START = "start";
  private static final String END = "end";
  private static final String ANY = "any";

  @Override
  public String name() {
    return "paths";
  }

  @Override
  public String description() {
    return "The most usual sequences of steps in sessions.";
  }

  @Override
  public List<ReportParameter> parameters() {
    List<String> steps = Stream.concat(Stream.of(ANY), Step.words().stream()).toList();
    return List.of(
        new ReportParameter.WholeNumber(DEPTH, "How many steps a path has at most.", 3, 1, 5),
        new ReportParameter.Choice(
            START, "Paths begin where this is done first; any: with the session.", steps),
        new ReportParameter.Choice(
            END, "Paths end where this is done first; any: when they are deep enough.", steps));
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return List.of(
        Column.text("path"),
        Column.count("sessions"),
        Column.ratio("share"),
        Column.ratio("conversion"));
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(DEPTH, request.integer(DEPTH));
    String select =
        """
        SELECT arrayStringConcat(arrayMap(letter -> %s, splitByString('', letters)), '>') AS path,
               sessions, sessions / sum(sessions) OVER () AS share,
               buying, buying / sessions AS conversion
        FROM (
          SELECT letters, count() AS sessions, countIf(purchases > 0) AS buying
          FROM (SELECT purchases, %s FROM %s)
          WHERE letters != ''
          GROUP BY letters)"""
            .formatted(
                Step.wordSql("letter"),
                letters(request.text(START), request.text(END)),
                facts.sessions());
    Map<String, String> totals = new LinkedHashMap<>();
    totals.put("sessions", "sum(sessions) OVER ()");
    totals.put("conversion", "sum(buying) OVER () / sum(sessions) OVER ()");
    return facts.page(columns(request), select, totals, Sort.descending("sessions"), values);
  }

  /** SQL of a session's path as letters; empty if it has none. */
  private static String letters(String start, String end) {
    List<String> columns = new ArrayList<>();
    boolean starts = !start.equals(ANY);
    boolean ends = !end.equals(ANY);
    columns.add(starts ? "position(steps, '%s') AS begin".formatted(letter(start)) : "1 AS begin");
    if (!ends) {
      columns.add("if(begin = 0, '', substring(steps, begin, {depth:UInt8})) AS letters");
    } else if (starts) {
      columns.add(
          "if(begin = 0, 0, position(steps, '%s', begin + 1)) AS last".formatted(letter(end)));
      columns.add(
          "if(last = 0 OR last - begin >= {depth:UInt8}, '', substring(steps, begin, last - begin + 1)) AS letters");
    } else {
      columns.add("position(steps, '%s') AS last".formatted(letter(end)));
      columns.add(
          "if(last = 0, '', substring(steps, greatest(1, toInt64(last) - {depth:UInt8} + 1), least(last, {depth:UInt8}))) AS letters");
    }
    return String.join(", ", columns);
  }

  private static char letter(String word) {
    return Step.of(word).letter();
  }
}
