package com.aisle.reports;

import com.aisle.warehouse.Limits;
import com.aisle.warehouse.OpenDays;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs reports and puts their answers together. */
final class ReportService {

  private final Warehouse warehouse;
  private final OpenDays openDays;
  private final Limits limits;
  private final Clock clock;

  /**
   * Connects to nothing yet.
   *
   * @param clock in the shop's zone
   */
  ReportService(Warehouse warehouse, Limits limits, Clock clock) {
    this.warehouse = warehouse;
    this.openDays = new OpenDays(warehouse);
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Asks the warehouse.
   *
   * @throws com.aisle.warehouse.WarehouseException when it is away or the report goes beyond its
   *     limits
   */
  ReportAnswer answer(Report report, ReportRequest request) {
    Asker asker = new Asker(warehouse, limits);
    Range days = Facts.covering(request.range(), clock.getZone());
    Freshness freshness = Freshness.ask(asker, days.to(), clock.instant());
    List<LocalDate> open = open(days);
    List<Column> columns = report.columns(request);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("report", report.name());
    putRange(fields, request.range());
    fields.put("timezone", request.range().zone().getId());
    fields.put("granularity", request.granularity().word());
    fields.put("columns", columns.stream().map(ReportService::described).toList());
    put(fields, run(report, columns, request, asker, open));
    request
        .comparison()
        .earlier(request.range())
        .map(request::withRange)
        .ifPresent(earlier -> fields.put("previous", previous(report, earlier, asker)));
    fields.put("page", request.page());
    fields.put("size", request.size());
    fields.put("freshness", freshness.fields());
    if (request.explain()) {
      fields.put("explain", asker.explanation());
    }
    boolean closed = open.isEmpty() && days.to().isBefore(LocalDate.now(clock));
    return new ReportAnswer(fields, closed);
  }

  private Map<String, @Nullable Object> previous(
      Report report, ReportRequest request, Asker asker) {
    List<LocalDate> open = open(Facts.covering(request.range(), clock.getZone()));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    putRange(fields, request.range());
    put(fields, run(report, report.columns(request), request, asker, open));
    return fields;
  }

  private static void put(Map<String, @Nullable Object> fields, Result result) {
    fields.put("rows", result.rows());
    fields.put("totals", result.totals());
    fields.put("total", result.total());
    fields.putAll(result.more());
  }

  private record Result(
      List<List<@Nullable Object>> rows,
      Map<String, @Nullable Object> totals,
      long total,
      Map<String, Object> more) {}

  private Result run(
      Report report,
      List<Column> columns,
      ReportRequest request,
      Asker asker,
      List<LocalDate> open) {
    ReportTable table =
        report.run(request, new Facts(asker, request, clock.getZone(), clock.instant(), open));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(shown(columns, row)));
    boolean unpaged = table.total() == ReportTable.UNPAGED;
    List<List<@Nullable Object>> page = unpaged ? RowOrder.page(columns, rows, request) : rows;
    return new Result(
        Titles.fill(asker, columns, page),
        shown(columns, table.totals()),
        unpaged ? rows.size() : table.total(),
        table.more());
  }

  private List<LocalDate> open(Range days) {
    return openDays.within(days.from(), days.to(), limits);
  }

  private static void putRange(Map<String, @Nullable Object> fields, Range range) {
    fields.put("from", range.from().toString());
    fields.put("to", range.to().toString());
  }

  private static Map<String, Object> described(Column column) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", column.name());
    description.put("type", column.type().word());
    return description;
  }

  private static List<@Nullable Object> shown(List<Column> columns, List<@Nullable Object> row) {
    List<@Nullable Object> shown = new ArrayList<>();
    IntStream.range(0, columns.size())
        .forEach(i -> shown.add(columns.get(i).type().shown(row.get(i))));
    return shown;
  }

  private static Map<String, @Nullable Object> shown(
      List<Column> columns, Map<String, @Nullable Object> totals) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    totals.forEach((name, value) -> shown.put(name, type(columns, name).shown(value)));
    return shown;
  }

  private static ColumnType type(List<Column> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(Column::type)
        .findFirst()
        .orElse(ColumnType.COUNT);
  }
}
