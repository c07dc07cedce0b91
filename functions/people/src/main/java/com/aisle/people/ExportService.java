package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what is known of a person. */
final class ExportService {

  /** Of each table; the answer of a function ends at 6 MB. */
  static final int MAX_ROWS = 3_000;

  private static final List<String> PSEUDONYMS = List.of("person", "client", "user", "session");

  private final Warehouse warehouse;
  private final Limits limits;

  ExportService(Warehouse warehouse, Limits limits) {
    this.warehouse = warehouse;
    this.limits = limits.withResultRows(MAX_ROWS + 1);
  }

  /** By table, the newest rows first. */
  Map<String, Object> export(Person person) {
    SortedSet<Long> everybody = new TreeSet<>();
    everybody.add(person.pseudonym());
    if (person.kind() == Person.Kind.USER) {
      everybody.addAll(Clients.onlyOf(person, warehouse, limits));
    }
    Map<String, Object> export = new LinkedHashMap<>();
    export.put("person", Pseudonyms.text(person.pseudonym()));
    export.put("kind", person.kind().word());
    List<String> incomplete = new ArrayList<>();
    for (PersonalTable table : PersonalTable.TABLES) {
      if (!table.order().isEmpty()) {
        QueryResult result = warehouse.query(table.rows(everybody, MAX_ROWS + 1), limits);
        export.put(table.name(), rows(result));
        if (result.rows().size() > MAX_ROWS) {
          incomplete.add(table.name());
        }
      }
    }
    export.put("incomplete", incomplete);
    return export;
  }

  private static List<Map<String, Object>> rows(QueryResult result) {
    return result.rows().stream().limit(MAX_ROWS).map(row -> row(result, row)).toList();
  }

  private static Map<String, Object> row(QueryResult result, List<@Nullable Object> row) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String column = result.columns().get(i).name();
      members.put(column, value(column, Objects.requireNonNullElse(row.get(i), "")));
    }
    return members;
  }

  private static Object value(String column, Object value) {
    return switch (value) {
      case BigInteger number -> number.toString();
      case Long number when PSEUDONYMS.contains(column) -> Pseudonyms.text(number);
      case BigDecimal amount -> amount.toPlainString();
      default -> value;
    };
  }
}
