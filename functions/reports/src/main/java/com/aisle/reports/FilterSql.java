package com.aisle.reports;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a filter as a condition of SQL. Fields become expressions of this program; values go by
 * parameters {@code f0}, {@code f1}…, and none ever into the text.
 */
final class FilterSql {

  private final Function<String, String> expression;
  private final Map<String, Object> parameters = new HashMap<>();

  /**
   * A writer for one filter.
   *
   * @param expression the SQL of a field, by its name
   */
  FilterSql(Function<String, String> expression) {
    this.expression = expression;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  String write(Filter filter) {
    return switch (filter) {
      case Filter.And and -> joined(and.filters(), " AND ", "1");
      case Filter.Or or -> joined(or.filters(), " OR ", "0");
      case Filter.Not not -> "NOT (" + write(not.filter()) + ")";
      case Filter.Equals equals ->
          "%s = %s".formatted(sql(equals.field()), put(text(equals.value()), "String"));
      case Filter.In in ->
          "%s IN %s"
              .formatted(
                  sql(in.field()),
                  put(in.values().stream().map(FilterSql::text).toList(), "Array(String)"));
      case Filter.Exists exists -> "%s != ''".formatted(sql(exists.field()));
      case Filter.Range range -> throw unknown(range);
      case Filter.Under under -> throw unknown(under);
    };
  }

  private String joined(List<Filter> filters, String operator, String whenEmpty) {
    return filters.isEmpty()
        ? whenEmpty
        : filters.stream().map(this::write).collect(Collectors.joining(operator, "(", ")"));
  }

  private String sql(FilterField field) {
    return expression.apply(field.name());
  }

  private String put(Object value, String type) {
    String name = "f" + parameters.size();
    parameters.put(name, value);
    return "{%s:%s}".formatted(name, type);
  }

  private static String text(FilterValue value) {
    return switch (value) {
      case FilterValue.Text text -> text.value();
      case FilterValue.Numeric number -> number.value().toPlainString();
      case FilterValue.Flag flag -> Boolean.toString(flag.value());
    };
  }

  /** The parser refuses these: the model's fields are texts. */
  private static IllegalArgumentException unknown(Filter filter) {
    return new IllegalArgumentException("no filter of the model: " + filter);
  }
}
