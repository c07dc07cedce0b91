package com.aisle.reports;

import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who comes back: people by the period of their first visit, and how many of them are there in each
 * period from then on; or customers by the period of their first order, and what they order. A
 * period that is not over yet is named in column {@code unfinished}.
 */
final class Retention implements Report {

  static final int MAX_PERIODS = 62;

  private static final int TWELVE_WEEKS = 84;
  private static final String BY = "by";
  private static final String MEASURE = "measure";
  private static final String PEOPLE = "people";
  private static final String REVENUE = "revenue";

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public String description() {
    return "Who of each period's new people or customers is there again in later periods.";
  }

  @Override
  public int defaultDays() {
    return TWELVE_WEEKS;
  }

  @Override
  public List<ReportParameter> parameters() {
    return List.of(
        new ReportParameter.Choice(BY, "The periods.", List.of("week", "day", "month")),
        new ReportParameter.Choice(
            MEASURE,
            "People with a session, by first session; or by first order customers who order, what"
                + " they pay less refunds, their orders.",
            List.of(PEOPLE, "customers", REVENUE, "orders")));
  }

  /** The counts of people know nothing but the shop's days. */
  @Override
  public Set<Segment> segments() {
    return Set.of();
  }

  @Override
  public boolean shopDaysOnly() {
    return true;
  }

  @Override
  public void check(ReportRequest request) {
    int periods = periods(request).size();
    if (periods > MAX_PERIODS) {
      String reason =
          "to to are %d periods, at most %d are answered".formatted(periods, MAX_PERIODS);
      throw ProblemException.invalid(ProblemError.inParameter("from", reason));
    }
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("cohort", ColumnType.DATE));
    columns.add(Column.count("size"));
    boolean money = request.text(MEASURE).equals(REVENUE);
    for (int i = 0; i < periods(request).size(); i++) {
      columns.add(money ? Column.money("p" + i) : Column.count("p" + i));
    }
    columns.add(Column.count("unfinished"));
    return columns;
  }

  private static Granularity by(ReportRequest request) {
    return Granularity.valueOf(request.text(BY).toUpperCase(Locale.ROOT));
  }

  private static List<String> periods(ReportRequest request) {
    return new Periods(request.range(), by(request), true).labels();
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    String measure = request.text(MEASURE);
    return measure.equals(PEOPLE)
        ? table(request, facts, new PeopleCohorts(by(request)).ask(facts), Map.of())
        : customers(request, facts, measure);
  }

  private static ReportTable customers(ReportRequest request, Facts facts, String measure) {
    String currency = MainCurrency.of(facts).code();
    Map<String, Object> more = measure.equals(REVENUE) ? Map.of("currency", currency) : Map.of();
    return table(
        request, facts, new CustomerCohorts(by(request), measure, currency).ask(facts), more);
  }

  private static ReportTable table(
      ReportRequest request, Facts facts, Cohorts cohorts, Map<String, Object> more) {
    List<String> periods = periods(request);
    int last = periods.size() - 1;
    boolean running = isRunning(by(request), LocalDate.parse(periods.getLast()), facts);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    BigDecimal[] sums = new BigDecimal[periods.size()];
    Arrays.fill(sums, BigDecimal.ZERO);
    long size = 0;
    for (int i = 0; i <= last; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(periods.get(i));
      row.add(cohorts.size(periods.get(i)));
      size += cohorts.size(periods.get(i));
      for (int k = 0; k <= last; k++) {
        BigDecimal cell = i + k > last ? null : cohorts.cell(periods.get(i), periods.get(i + k));
        row.add(cell);
        sums[k] = cell == null ? sums[k] : sums[k].add(cell);
      }
      row.add(running ? (Integer) (last - i) : null);
      rows.add(row);
    }
    Map<String, @Nullable Object> totals = new HashMap<>();
    totals.put("size", size);
    for (int k = 0; k <= last; k++) {
      totals.put("p" + k, sums[k]);
    }
    return ReportTable.whole(rows, totals).with(more);
  }

  /** Whether more can come for the last period: it reaches beyond the range or into today. */
  private static boolean isRunning(Granularity by, LocalDate firstDay, Facts facts) {
    LocalDate end = by.next(firstDay);
    return end.minusDays(1).isAfter(facts.range().to())
        || end.isAfter(facts.range().dayOf(facts.now()));
  }
}
