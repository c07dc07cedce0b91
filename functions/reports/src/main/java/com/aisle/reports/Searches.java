package com.aisle.reports;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What shoppers look for, by intent: the keystrokes of one search are one intent, named by its last
 * query. An intent counts as clicked when one of its hits was.
 */
final class Searches implements Report {

  private static final String TOP = "top";
  private static final String WITHOUT_RESULT = "without_result";
  private static final String WITHOUT_CLICK = "without_click";

  private static final ReportParameter KIND =
      new ReportParameter.Choice(
          "kind",
          "All queries, or those that found nothing, or those that found something that nobody clicked.",
          List.of(TOP, WITHOUT_RESULT, WITHOUT_CLICK));

  @Override
  public String name() {
    return "searches";
  }

  @Override
  public String description() {
    return "Queries, how often they were clicked and how often they found nothing.";
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(KIND);
  }

  @Override
  public Set<Segment> segments() {
    return EnumSet.of(Segment.DEVICE, Segment.COUNTRY, Segment.LOCALE);
  }

  @Override
  public boolean shopDaysOnly() {
    return true;
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return List.of(
        Column.text("query"),
        Column.text("locale"),
        Column.count("intents"),
        Column.count("searches"),
        Column.count("clicked"),
        Column.ratio("ctr"),
        Column.number("mean_position"),
        Column.count("without_result"));
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    String kind = request.text(KIND.name());
    String having =
        switch (kind) {
          case WITHOUT_RESULT -> "without_result > 0";
          case WITHOUT_CLICK -> "clicked = 0 AND intents > without_result";
          default -> "1";
        };
    Sort standard = Sort.descending(kind.equals(WITHOUT_RESULT) ? WITHOUT_RESULT : "intents");
    return facts.page(columns(request), sql(having, facts), totals(), standard, Map.of());
  }

  private static String sql(String having, Facts facts) {
    return """
        SELECT q.query AS query, q.locale AS locale, sum(q.intents) AS intents,
               sum(q.searches) AS searches, sum(q.clicked) AS clicked,
               clicked / nullIf(intents, 0) AS ctr,
               sum(q.positions) / nullIf(sum(q.clicks), 0) AS mean_position,
               sum(q.without_result) AS without_result
        FROM %s AS q
        GROUP BY query, locale
        HAVING %s"""
        .formatted(facts.queries(), having);
  }

  private static Map<String, String> totals() {
    Map<String, String> totals = new LinkedHashMap<>();
    for (String column : List.of("intents", "searches", "clicked", "without_result")) {
      totals.put(column, "sum(%s) OVER ()".formatted(column));
    }
    totals.put("ctr", "sum(clicked) OVER () / nullIf(sum(intents) OVER (), 0)");
    return totals;
  }
}
