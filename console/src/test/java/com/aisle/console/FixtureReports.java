package com.aisle.console;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every report with numbers that follow from the day or the row's place alone, so that a test can
 * compute them by hand: a day has 400 + 20 × (day of the week, Monday 1) + (day of the year) / 4
 * visitors, orders are a twentieth of them and an order is 25.50.
 */
final class FixtureReports {
  static final BigDecimal ORDER_VALUE = new BigDecimal("25.50");
  private static final String[] SALES = {"orders:count", "units:count", "revenue:money"};

  private final Clock clock;
  private volatile @Nullable Instant staleSince;
  private volatile @Nullable String notice;
  private volatile String timezone = "UTC";
  private volatile boolean nothingSent;
  private volatile boolean quiet;

  FixtureReports(Clock clock) {
    this.clock = clock;
  }

  void staleSince(@Nullable Instant moment) {
    staleSince = moment;
  }

  void notice(@Nullable String text) {
    notice = text;
  }

  void timezone(String zone) {
    timezone = zone;
  }

  /** No event has ever arrived. */
  void nothingSent(boolean yes) {
    nothingSent = yes;
  }

  /** Nothing happened in any range. */
  void quiet(boolean yes) {
    quiet = yes;
  }

  static long visitors(LocalDate day) {
    return 400 + 20L * day.getDayOfWeek().getValue() + day.getDayOfYear() / 4;
  }

  static long orders(LocalDate day) {
    return visitors(day) / 20;
  }

  static BigDecimal revenue(LocalDate day) {
    return ORDER_VALUE.multiply(BigDecimal.valueOf(orders(day)));
  }

  byte[] json(String name, Query query) {
    return JsonMapper.shared()
        .writeValueAsString(answer(name, query))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As the real reports write it: a byte order mark, what the file is, the columns, the rows. */
  byte[] csv(String name, Query query) {
    Table table = table(name, query);
    List<String> lines = new ArrayList<>();
    lines.add("report,%s,%s,%s".formatted(name, query.one("from"), query.one("to")));
    lines.add(table.columns.stream().map(Column::name).collect(Collectors.joining(",")));
    table.rows.forEach(
        row ->
            lines.add(row.stream().map(FixtureReports::csvCell).collect(Collectors.joining(","))));
    return ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String csvCell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String safe = text.matches("[=+\\-@].*") ? "'" + text : text;
    return safe.contains(",") ? '"' + safe + '"' : safe;
  }

  record Column(String name, String type) {}

  record Table(
      List<Column> columns, List<List<@Nullable Object>> rows, Map<String, Object> totals) {}

  private Map<String, @Nullable Object> answer(String name, Query query) {
    Table table = table(name, query);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("report", name);
    answer.put("from", query.one("from"));
    answer.put("to", query.one("to"));
    answer.put("timezone", timezone);
    answer.put("granularity", query.one("granularity"));
    answer.put("currency", "GBP");
    answer.put("columns", table.columns);
    answer.put("rows", table.rows);
    answer.put("totals", table.totals);
    if (query.one("compare").matches("previous|year") && name.matches("overview|revenue")) {
      answer.put("previous", previous(name, query));
    }
    answer.put("page", 1);
    answer.put("size", 50);
    answer.put("total", table.rows.size());
    Instant now = clock.instant();
    Map<String, @Nullable Object> freshness = new LinkedHashMap<>();
    freshness.put("newest", nothingSent ? null : now.minusSeconds(3).toString());
    freshness.put("ageSeconds", nothingSent ? null : 3.0);
    freshness.put("asOf", now.toString());
    answer.put("freshness", freshness);
    answer.put("staleSince", staleSince == null ? null : staleSince.toString());
    answer.put("notice", notice);
    if (name.equals("realtime")) {
      answer.put("recent", recent(now));
    }
    return answer;
  }

  private Map<String, Object> previous(String name, Query query) {
    LocalDate from = LocalDate.parse(query.one("from"));
    LocalDate to = LocalDate.parse(query.one("to"));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    Map<String, List<String>> before = new LinkedHashMap<>(query.values());
    before.put("from", List.of(from.minusDays(days).toString()));
    before.put("to", List.of(from.minusDays(1).toString()));
    Table table = table(name, new Query(before));
    return Map.of(
        "from",
        before.get("from").getFirst(),
        "to",
        before.get("to").getFirst(),
        "rows",
        table.rows,
        "totals",
        table.totals);
  }

  private Table table(String name, Query query) {
    if (nothingSent || quiet || query.all("country").contains("AQ")) {
      Table full = full(name, query);
      return new Table(full.columns, List.of(), Map.of());
    }
    return full(name, query);
  }

  private Table full(String name, Query query) {
    return switch (name) {
      case "overview" -> overview(query);
      case "realtime" -> realtime();
      case "revenue" -> revenueByDay(query);
      case "funnel" -> funnel(query);
      case "retention" -> retention(query);
      case "products" -> products(query);
      case "searches" -> searches();
      case "sessions" -> sessions(query);
      case "attribution" -> attribution(query);
      case "paths" -> paths();
      case "recommendations" -> recommendations();
      case "rfm" -> rfm();
      default -> throw new IllegalArgumentException("no fixture for the report " + name);
    };
  }

  private Table overview(Query query) {
    if (query.one("granularity").equals("hour")) {
      return overviewByHour(query);
    }
    List<Column> columns =
        columns(
            "day:date",
            "visitors:count",
            "sessions:count",
            "page_views:count",
            "searches:count",
            "orders:count",
            "units:count",
            "revenue:money",
            "conversion:ratio",
            "search_use:ratio");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LocalDate day : days(query)) {
      long visitors = visitors(day);
      rows.add(
          Arrays.asList(
              day.toString(),
              visitors,
              visitors + 40,
              visitors * 6,
              visitors / 2,
              orders(day),
              orders(day) * 3,
              revenue(day).toPlainString(),
              (double) orders(day) / (visitors + 40),
              0.38));
    }
    Map<String, Object> totals = sums(columns, rows);
    totals.put(
        "conversion",
        ((Number) totals.get("orders")).doubleValue()
            / ((Number) totals.get("sessions")).doubleValue());
    totals.put("search_use", 0.38);
    return new Table(columns, rows, totals);
  }

  private Table overviewByHour(Query query) {
    List<Column> columns =
        columns(
            "hour:time",
            "visitors:count",
            "sessions:count",
            "page_views:count",
            "searches:count",
            "orders:count",
            "units:count",
            "revenue:money",
            "conversion:ratio",
            "search_use:ratio");
    Instant start = LocalDate.parse(query.one("from")).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      long visitors = 20 + hour;
      rows.add(
          Arrays.asList(
              start.plus(hour, ChronoUnit.HOURS).toString(),
              visitors,
              visitors,
              visitors * 6,
              8,
              2,
              6,
              "51.00",
              0.04,
              0.38));
    }
    Map<String, Object> totals = sums(columns, rows);
    totals.put("conversion", 0.04);
    totals.put("search_use", 0.38);
    return new Table(columns, rows, totals);
  }

  private Table realtime() {
    List<Column> columns =
        columns(
            "minute:time",
            "visitors:count",
            "page_views:count",
            "product_views:count",
            "searches:count",
            "carts:count",
            "orders:count",
            "events:count");
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(29, ChronoUnit.MINUTES);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int index = 0; index < 30; index++) {
      int views = 30 + (index * 7) % 19;
      rows.add(
          Arrays.asList(
              minute.plus(index, ChronoUnit.MINUTES).toString(),
              10 + index % 5,
              views,
              views / 2,
              6,
              4,
              index % 3 == 0 ? 1 : 0,
              views + 12));
    }
    Map<String, Object> totals = sums(columns, rows);
    totals.put("visitors_now", 42);
    return new Table(columns, rows, totals);
  }

  private static List<Map<String, Object>> recent(Instant now) {
    String[] actions = {"page_view", "product_view", "add_to_cart", "purchase", "search"};
    String[] countries = {"GB", "TW", "FR", "DE"};
    return IntStream.range(0, 20)
        .mapToObj(
            index -> {
              FixtureShop.Article article =
                  FixtureShop.ARTICLES.get(index % FixtureShop.ARTICLES.size());
              Map<String, Object> event = new LinkedHashMap<>();
              event.put("time", now.minusSeconds(index * 2L).toString());
              event.put("action", actions[index % actions.length]);
              event.put("product", article.id());
              event.put("title", article.title());
              event.put("page", "/product/" + article.id());
              event.put("country", countries[index % countries.length]);
              return event;
            })
        .toList();
  }

  private Table revenueByDay(Query query) {
    List<Column> columns =
        columns(
            "period:date",
            "currency:currency",
            "orders:count",
            "units:count",
            "gross:money",
            "refunds:money",
            "net:money",
            "average_order:money",
            "customers:count");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LocalDate day : days(query)) {
      BigDecimal gross = revenue(day);
      rows.add(
          Arrays.asList(
              day.toString(),
              "GBP",
              orders(day),
              orders(day) * 3,
              gross.toPlainString(),
              "12.00",
              gross.subtract(new BigDecimal("12.00")).toPlainString(),
              ORDER_VALUE.toPlainString(),
              orders(day) - 2));
    }
    return new Table(columns, rows, sums(columns, rows));
  }

  private static Table funnel(Query query) {
    List<Column> columns =
        columns(
            "step:count",
            "action:text",
            "count:count",
            "of_first:ratio",
            "of_previous:ratio",
            "median_seconds:seconds",
            "lost:count");
    String[] steps = query.one("steps").split(",");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long count = 12_800;
    long before = count;
    for (int index = 0; index < steps.length; index++) {
      rows.add(
          Arrays.asList(
              index + 1,
              steps[index],
              count,
              count / 12_800.0,
              (double) count / before,
              index == 0 ? null : 75 * index,
              before - count));
      before = count;
      count = count * 2 / 5;
    }
    return new Table(columns, rows, Map.of("count", 12_800));
  }

  private Table retention(Query query) {
    int periods = 12;
    List<String> names = new ArrayList<>(List.of("cohort:date", "size:count"));
    String type = query.one("measure").equals("revenue") ? "money" : "count";
    IntStream.range(0, periods).forEach(period -> names.add("p" + period + ":" + type));
    names.add("unfinished:number");
    LocalDate month = LocalDate.now(clock).withDayOfMonth(1).minusMonths(periods - 1);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int cohort = 0; cohort < periods; cohort++) {
      long size = 800 - 30L * cohort;
      List<@Nullable Object> row =
          new ArrayList<>(List.of(month.plusMonths(cohort).toString(), size));
      for (int period = 0; period < periods; period++) {
        long back = period == 0 ? size : size * (45 - 3L * period) / 100;
        row.add(
            period > periods - 1 - cohort
                ? null
                : type.equals("money") ? back * 20 + ".50" : (Object) back);
      }
      row.add(periods - 1 - cohort);
      rows.add(row);
    }
    return new Table(columns(names.toArray(String[]::new)), rows, Map.of());
  }

  private static Table products(Query query) {
    List<Column> columns =
        columns(
            "product:product",
            "title:text",
            "views:count",
            "viewers:count",
            "carts:count",
            "orders:count",
            "units:count",
            "revenue:money",
            "refunds:money",
            "conversion:ratio",
            "cart_rate:ratio");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int index = 0; index < FixtureShop.ARTICLES.size(); index++) {
      FixtureShop.Article article = FixtureShop.ARTICLES.get(index);
      if (query.one("product").isEmpty() || query.one("product").equals(article.id())) {
        long orders = 400L / (index + 1);
        rows.add(
            Arrays.asList(
                article.id(),
                article.title(),
                orders * 25,
                orders * 20,
                orders * 3,
                orders,
                orders * 2,
                ORDER_VALUE.multiply(BigDecimal.valueOf(orders)).toPlainString(),
                "5.10",
                0.04,
                0.12));
      }
    }
    return limited(query, new Table(columns, rows, sums(columns, rows)));
  }

  private static Table searches() {
    List<Column> columns =
        columns(
            "query:text",
            "locale:text",
            "intents:count",
            "searches:count",
            "clicked:count",
            "ctr:ratio",
            "mean_position:number",
            "without_result:count");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int index = 0; index < FixtureShop.QUERIES.size(); index++) {
      String text = FixtureShop.QUERIES.get(index);
      long searches = 900L / (index + 1);
      rows.add(
          Arrays.asList(
              text,
              text.codePointAt(0) > 0x2E80 ? "zh-Hant" : "en",
              searches * 3 / 4,
              searches,
              searches / 3,
              1 / 3.0,
              index == 3 ? null : 1.5 + index,
              index % 4 == 0 ? 3 : 0));
    }
    return new Table(columns, rows, sums(columns, rows));
  }

  private static Table sessions(Query query) {
    Map<String, List<String>> values =
        Map.of(
            "device", List.of("mobile", "desktop", "tablet"),
            "country", List.of("GB", "TW", "FR", "DE", "AQ"),
            "locale", List.of("en", "zh-Hant", "fr"),
            "source", List.of("", "newsletter", "google", "instagram"),
            "landing_page", List.of("/", "/sale", "/product/22423"));
    String by = query.one("by");
    List<Column> columns =
        columns(
            by + ":text",
            "sessions:count",
            "visitors:count",
            "events_per_session:number",
            "duration:seconds",
            "bounce_rate:ratio",
            "conversion:ratio");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String value : values.getOrDefault(by, List.of())) {
      long sessions = 12_000L / (rows.size() + 1);
      rows.add(
          Arrays.asList(value, sessions, sessions - 900, 7.4, 184 - 30 * rows.size(), 0.31, 0.024));
    }
    return new Table(columns, rows, sums(columns, rows));
  }

  private static Table attribution(Query query) {
    Map<String, List<@Nullable String>> values =
        Map.of(
            "channel", List.of("search", "recommendation", "direct"),
            "query", List.of("bunting", "滑鼠", "mouse"),
            "kind", List.of("similar", "bought_together"));
    String by = query.one("by");
    double[] shares = {0.41, 0.22, 0.37};
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (by.equals("product")) {
      return products(query);
    }
    for (String value : values.getOrDefault(by, List.of())) {
      double share = shares[rows.size()];
      rows.add(
          Arrays.asList(
              value,
              Math.round(1000 * share),
              Math.round(2800 * share),
              ORDER_VALUE.multiply(BigDecimal.valueOf(Math.round(1000 * share))).toPlainString(),
              share));
    }
    List<Column> columns = columns(by + ":text", SALES[0], SALES[1], SALES[2], "share:ratio");
    return new Table(columns, rows, sums(columns, rows));
  }

  private static Table paths() {
    List<Column> columns =
        columns("path:text", "sessions:count", "share:ratio", "conversion:ratio");
    List<List<@Nullable Object>> rows =
        List.of(
            Arrays.asList("page_view>product_view>add_to_cart", 3100, 0.31, 0.12),
            Arrays.asList("search>click>product_view", 2200, 0.22, 0.09),
            Arrays.asList("page_view", 1700, 0.17, 0.0));
    return new Table(columns, rows, sums(columns, rows));
  }

  private static Table recommendations() {
    List<Column> columns =
        columns(
            "kind:text",
            "impressions:count",
            "clicks:count",
            "ctr:ratio",
            SALES[0],
            SALES[1],
            SALES[2]);
    List<List<@Nullable Object>> rows =
        List.of(
            Arrays.asList("similar", 40_000, 1200, 0.03, 90, 120, "2295.00"),
            Arrays.asList("bought_together", 18_000, 900, 0.05, 110, 160, "2805.00"));
    return new Table(columns, rows, sums(columns, rows));
  }

  private static Table rfm() {
    List<Column> columns =
        columns(
            "segment:text",
            "people:count",
            "orders:count",
            "revenue:money",
            "share:ratio",
            "recency:number",
            "frequency:number",
            "monetary:money");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String segment : List.of("champions", "loyal", "at_risk", "hibernating")) {
      int place = rows.size() + 1;
      rows.add(
          Arrays.asList(
              segment,
              900 / place,
              5000 / place,
              (64_000 / place) + ".00",
              0.48 / place,
              6.5 * place,
              5.5 / place,
              (71 / place) + ".10"));
    }
    return new Table(columns, rows, sums(columns, rows));
  }

  private static List<Column> columns(String... described) {
    return Arrays.stream(described)
        .map(text -> new Column(text.split(":")[0], text.split(":")[1]))
        .toList();
  }

  private static List<LocalDate> days(Query query) {
    return LocalDate.parse(query.one("from"))
        .datesUntil(LocalDate.parse(query.one("to")).plusDays(1))
        .toList();
  }

  private static Table limited(Query query, Table table) {
    int size = query.one("size").isEmpty() ? 50 : Integer.parseInt(query.one("size"));
    return new Table(table.columns, table.rows.stream().limit(size).toList(), table.totals);
  }

  private static Map<String, Object> sums(List<Column> columns, List<List<@Nullable Object>> rows) {
    Map<String, Object> totals = new LinkedHashMap<>();
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.get(index);
      int at = index;
      if (column.type.equals("count")) {
        totals.put(
            column.name, rows.stream().mapToLong(row -> number(row.get(at)).longValue()).sum());
      } else if (column.type.equals("money")) {
        BigDecimal sum =
            rows.stream().map(row -> number(row.get(at))).reduce(BigDecimal.ZERO, BigDecimal::add);
        totals.put(column.name, sum.toPlainString());
      }
    }
    return totals;
  }

  private static BigDecimal number(@Nullable Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }
}
