package com.aisle.reports;

import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the products' titles into the columns {@code title} that follow a column of products. */
final class Titles {

  static final String COLUMN = "title";

  private static final String SQL =
      """
      SELECT product, if(title_en != '', title_en, title_zh) AS title
      FROM products FINAL
      WHERE product IN {products:Array(String)}""";

  private Titles() {}

  /** The same rows with titles, where the product is known. */
  static List<List<@Nullable Object>> fill(
      Asker asker, List<Column> columns, List<List<@Nullable Object>> rows) {
    List<Integer> places = places(columns);
    List<String> products =
        places.stream()
            .flatMap(place -> rows.stream().map(row -> row.get(place - 1)))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .distinct()
            .toList();
    return products.isEmpty() ? rows : filled(rows, places, of(asker, products));
  }

  private static List<Integer> places(List<Column> columns) {
    return IntStream.range(1, columns.size())
        .filter(i -> columns.get(i).name().equals(COLUMN))
        .filter(i -> columns.get(i - 1).type() == ColumnType.PRODUCT)
        .boxed()
        .toList();
  }

  private static List<List<@Nullable Object>> filled(
      List<List<@Nullable Object>> rows, List<Integer> places, Map<Object, Object> titles) {
    List<List<@Nullable Object>> filled = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> copy = new ArrayList<>(row);
      places.forEach(place -> copy.set(place, titles.get(row.get(place - 1))));
      filled.add(copy);
    }
    return filled;
  }

  /** By product, where it is known and has a title. */
  static Map<Object, Object> of(Asker asker, List<String> products) {
    QueryResult found = asker.ask(new Statement(SQL, Map.of("products", products)));
    Map<Object, Object> titles = new HashMap<>();
    List<String> texts = found.values(COLUMN, String.class);
    List<String> ids = found.values("product", String.class);
    IntStream.range(0, ids.size())
        .filter(i -> !texts.get(i).isEmpty())
        .forEach(i -> titles.put(ids.get(i), texts.get(i)));
    return titles;
  }
}
