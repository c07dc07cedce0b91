package com.aisle.reports;

import com.aisle.catalog.filter.Filter;
import com.aisle.reports.QueryModel.Dimension;
import com.aisle.reports.QueryModel.Measure;
import com.aisle.reports.QueryModel.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures by dimensions, as a report that exists for one request. Each source is grouped by itself
 * and the groups are put side by side, so that measures of several sources can stand in one row.
 *
 * @param filter over dimensions that every source has
 */
record AdHocQuery(List<Measure> measures, List<Dimension> dimensions, Filter filter)
    implements Report {

  @Override
  public String name() {
    return "query";
  }

  @Override
  public String description() {
    return "Measures by dimensions of the model.";
  }

  @Override
  public List<Column> columns(ReportRequest request) {
    return Stream.concat(
            dimensions.stream().map(Dimension::column), measures.stream().map(Measure::column))
        .toList();
  }

  /** The sources of its measures. */
  List<Source> sources() {
    return measures.stream().map(Measure::source).distinct().toList();
  }

  @Override
  public ReportTable run(ReportRequest request, Facts facts) {
    Optional<String> currency =
        needsCurrency() ? Optional.of(Currencies.main(facts)) : Optional.empty();
    Map<String, Object> parameters = new HashMap<>(Map.of("currency", currency.orElse("")));
    String groups =
        sources().stream()
            .map(source -> grouped(source, request, facts, parameters))
            .collect(Collectors.joining("\nUNION ALL\n"));
    Sort standard = Sort.descending(measures.getFirst().name());
    ReportTable table =
        facts.page(columns(request), sideBySide(groups), Map.of(), standard, parameters);
    List<List<@Nullable Object>> rows =
        table.rows().stream().map(row -> labelled(row, request, facts)).toList();
    return ReportTable.page(rows, Map.of(), table.total())
        .with(currency.map(main -> Map.<String, Object>of("currency", main)).orElse(Map.of()));
  }

  /** Money of several currencies cannot be added: without them apart, only the main one counts. */
  private boolean needsCurrency() {
    boolean money = measures.stream().anyMatch(m -> m.column().type() == ColumnType.MONEY);
    return money && dimensions.stream().noneMatch(d -> d.name().equals("currency"));
  }

  private String grouped(
      Source source, ReportRequest request, Facts facts, Map<String, Object> parameters) {
    FilterSql filters = new FilterSql(name -> expression(dimension(name), source, request, facts));
    String condition = filters.write(filter);
    parameters.putAll(filters.parameters());
    List<String> selected = new ArrayList<>();
    dimensions.forEach(
        d -> selected.add("%s AS `%s`".formatted(expression(d, source, request, facts), d.name())));
    measures.forEach(
        m ->
            selected.add(
                "%s AS `%s`".formatted(m.source() == source ? m.sql() : "NULL", m.name())));
    return "SELECT %s\nFROM %s AS f\nWHERE %s%s"
        .formatted(String.join(", ", selected), source.facts(facts), condition, groupBy());
  }

  private static Dimension dimension(String name) {
    return QueryModel.STANDARD.dimension(name).orElseThrow();
  }

  private static String expression(
      Dimension dimension, Source source, ReportRequest request, Facts facts) {
    if (!QueryModel.isPeriod(dimension)) {
      return Objects.requireNonNull(dimension.sql().get(source));
    }
    String time = source == Source.SESSIONS ? "f.started_at" : "f.time";
    return periods(dimension, request, facts).sql("f.day", time);
  }

  private static Periods periods(Dimension dimension, ReportRequest request, Facts facts) {
    Granularity granularity =
        Stream.of(Granularity.values())
            .filter(g -> g.word().equals(dimension.name()))
            .findFirst()
            .orElseThrow();
    return new Periods(request.range(), granularity, facts.periods().shopDays());
  }

  private String groupBy() {
    return dimensions.isEmpty() ? "" : "\nGROUP BY " + names();
  }

  private String names() {
    return dimensions.stream()
        .map(d -> "`%s`".formatted(d.name()))
        .collect(Collectors.joining(", "));
  }

  /** Each group has each measure once at most, so that max picks it. */
  private String sideBySide(String groups) {
    String picked =
        measures.stream().map(m -> picked(m.column())).collect(Collectors.joining(", "));
    String separator = dimensions.isEmpty() ? "" : ", ";
    return "SELECT %s%s%s FROM (\n%s\n) AS g%s"
        .formatted(names(), separator, picked, groups, groupBy());
  }

  private static String picked(Column column) {
    boolean countable = column.type() == ColumnType.COUNT || column.type() == ColumnType.MONEY;
    return (countable ? "ifNull(max(g.`%1$s`), 0) AS `%1$s`" : "max(g.`%1$s`) AS `%1$s`")
        .formatted(column.name());
  }

  private List<@Nullable Object> labelled(
      List<@Nullable Object> row, ReportRequest request, Facts facts) {
    List<@Nullable Object> labelled = new ArrayList<>(row);
    for (int i = 0; i < dimensions.size(); i++) {
      Object value = row.get(i);
      if (value != null && QueryModel.isPeriod(dimensions.get(i))) {
        labelled.set(i, periods(dimensions.get(i), request, facts).label(value));
      }
    }
    return labelled;
  }
}
