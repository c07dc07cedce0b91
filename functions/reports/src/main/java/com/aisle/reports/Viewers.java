package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many people looked at each product of a page. They are counted for these products only:
 * joining the sketches of every day and product is by far the dearest part of a list of products.
 */
final class Viewers {

  static final String COLUMN = "viewers";

  private Viewers() {}

  /** The same page with its column of viewers filled in; its first column holds the products. */
  static ReportTable fill(ReportTable page, List<Column> columns, Facts facts) {
    List<String> products =
        page.rows().stream().map(row -> String.valueOf(row.getFirst())).toList();
    if (products.isEmpty()) {
      return page;
    }
    Map<String, Long> viewers = of(products, facts);
    int place = columns.stream().map(Column::name).toList().indexOf(COLUMN);
    List<List<@Nullable Object>> filled = new ArrayList<>();
    for (List<@Nullable Object> row : page.rows()) {
      List<@Nullable Object> copy = new ArrayList<>(row);
      copy.set(place, viewers.getOrDefault(String.valueOf(row.getFirst()), 0L));
      filled.add(copy);
    }
    return new ReportTable(filled, page.totals(), page.total(), page.more());
  }

  private static Map<String, Long> of(List<String> products, Facts facts) {
    String sql =
        """
        SELECT product, uniqCombined64Merge(p.viewers) AS viewers
        FROM %s AS p WHERE product IN {listed:Array(String)} GROUP BY product"""
            .formatted(facts.products());
    QueryResult found = facts.ask(sql, Map.of("listed", products));
    List<String> ids = found.values("product", String.class);
    List<Long> counts = found.values(COLUMN, Long.class);
    Map<String, Long> viewers = new HashMap<>();
    IntStream.range(0, ids.size()).forEach(i -> viewers.put(ids.get(i), counts.get(i)));
    return viewers;
  }
}
