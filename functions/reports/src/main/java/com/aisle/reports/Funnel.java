package com.aisle.reports;

import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many go from step to step, and where the others are lost. */
final class Funnel implements Report {

  /** Beyond, a funnel of people reads more rows than can be answered in time. */
  static final int MAX_DAYS_OF_PEOPLE = 31;

  private static final String STEPS = "steps";
  private static final String MODE = "mode";
  private static final String SCOPE = "scope";
  private static final String WINDOW = "window";
  private static final String STRICT = "strict";
  private static final String PERSON = "person";

  @Override
  public String name() {
    return "funnel";
  }

  @Override
  public String description() {
    return "How many reach each of some steps, and how long that takes them.";
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(
        new ReportParameter.Words(
            STEPS,
            "What is to be done, in this order.",
            List.of("product_view", "add_to_cart", "checkout", "purchase"),
            2,
            8,
            Step.words()),
        new ReportParameter.Choice(
            MODE,
            "Whether other things may be done between two steps: yes, or no.",
            List.of("ordered", STRICT)),
        new ReportParameter.Choice(
            SCOPE,
            "Whether all steps must be done in one session, or by one person within the window.",
            List.of("session", PERSON)),
        new ReportParameter.Span(
            WINDOW,
            "With scope person: the longest time from the first step to the last.",
            Duration.ofDays(7),
            Duration.ofMinutes(1),
            Duration.ofDays(30)));
  }

  @Override
  public void check(ReportRequest request) {
    if (!request.text(SCOPE).equals(PERSON)) {
      return;
    }
    if (request.text(MODE).equals(STRICT)) {
      throw invalid(MODE, "strict is answered with scope=session only");
    }
    if (request.range().days() > MAX_DAYS_OF_PEOPLE) {
      throw invalid(
          "from",
          "to to are %d days, with scope=person at most %d are answered"
              .formatted(request.range().days(), MAX_DAYS_OF_PEOPLE));
    }
    if (request.segments().containsKey(Segment.SOURCE) && steps(request).contains(Step.SEARCH)) {
      throw invalid("source", "of a search is not known; take scope=session or leave out search");
    }
  }

  private static ProblemException invalid(String parameter, String reason) {
    return ProblemException.invalid(ProblemError.inParameter(parameter, reason));
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return List.of(
        Column.count("step"),
        Column.text("action"),
        Column.count("count"),
        Column.ratio("of_first"),
        Column.ratio("of_previous"),
        Column.seconds("median_seconds"),
        Column.count("lost"));
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    List<Step> steps = steps(request);
    boolean strict = request.text(MODE).equals(STRICT);
    FunnelCounts counts =
        request.text(SCOPE).equals(PERSON)
            ? new PersonFunnel(steps, request.duration(WINDOW)).ask(facts)
            : new SessionFunnel(steps, strict).ask(facts);
    return table(steps, counts);
  }

  private static List<Step> steps(ReportRequest request) {
    return request.list(STEPS).stream().map(Step::of).toList();
  }

  private static ReportTable table(List<Step> steps, FunnelCounts counts) {
    List<Long> reached = counts.reached();
    long first = reached.getFirst();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      long count = reached.get(i);
      List<@Nullable Object> row = new ArrayList<>();
      row.add((long) i + 1);
      row.add(steps.get(i).word());
      row.add(count);
      row.add(Ratio.of(count, first));
      row.add(i == 0 ? null : Ratio.of(count, reached.get(i - 1)));
      row.add(counts.medians().get(i));
      row.add(i == 0 ? null : reached.get(i - 1) - count);
      rows.add(row);
    }
    Map<String, @Nullable Object> totals = new HashMap<>();
    totals.put("count", reached.getLast());
    totals.put("of_first", Ratio.of(reached.getLast(), first));
    totals.put("lost", first - reached.getLast());
    return ReportTable.whole(rows, totals);
  }
}
