package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.warehouse.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that says things about people.
 *
 * @param columns those that hold their pseudonyms
 * @param treatment what an erasure does with their rows
 * @param counted whether days of it are counted into roll-ups, which hold sketches of people
 * @param order the column by which an export sorts, empty when it does not show the table
 */
record PersonalTable(
    String name, List<String> columns, Treatment treatment, boolean counted, String order) {

  /** What an erasure does with rows. */
  enum Treatment {
    /** They go. */
    DELETE,
    /** Their amounts stay, since the shop must keep its books; whose they were goes. */
    ANONYMISE
  }

  private static final List<String> ALL = List.of("person", "client", "user");
  private static final List<String> WITHOUT_USER = List.of("person", "client");
  private static final List<String> PERSON = List.of("person");

  /** Facts first: roll-ups could be rebuilt from facts that are still there. */
  static final List<PersonalTable> TABLES =
      List.of(
          new PersonalTable("events", ALL, Treatment.DELETE, true, "time"),
          new PersonalTable("searches", WITHOUT_USER, Treatment.DELETE, true, "time"),
          new PersonalTable("recommendations", WITHOUT_USER, Treatment.DELETE, false, "time"),
          new PersonalTable("rejected_events", ALL, Treatment.DELETE, false, "rejected_at"),
          new PersonalTable("orders", ALL, Treatment.ANONYMISE, true, "time"),
          new PersonalTable("order_lines", ALL, Treatment.ANONYMISE, true, "time"),
          new PersonalTable("rollup_sessions", WITHOUT_USER, Treatment.DELETE, true, ""),
          new PersonalTable("rollup_sales", ALL, Treatment.ANONYMISE, true, ""),
          new PersonalTable("people", PERSON, Treatment.DELETE, false, ""),
          new PersonalTable("customers", PERSON, Treatment.DELETE, false, ""));

  Statement count(Collection<Long> pseudonyms) {
    return Statement.of("SELECT count() AS n FROM " + name + " WHERE " + about(pseudonyms));
  }

  Statement days(Collection<Long> pseudonyms) {
    return Statement.of("SELECT DISTINCT day FROM " + name + " WHERE " + about(pseudonyms));
  }

  /** The newest rows first; deduplicated, as reports see them. */
  Statement rows(Collection<Long> pseudonyms, int limit) {
    return Statement.of(
        "SELECT * FROM %s FINAL WHERE %s ORDER BY %s DESC LIMIT %d"
            .formatted(name, about(pseudonyms), order, limit));
  }

  /**
   * A mutation, not a lightweight delete: that one only hides rows, for nobody knows how long.
   * (ClickHouse, "Lightweight DELETE statement")
   */
  Statement erase(Collection<Long> pseudonyms) {
    String change =
        switch (treatment) {
          case DELETE -> "DELETE";
          case ANONYMISE ->
              "UPDATE " + columns.stream().map(c -> c + " = 0").collect(Collectors.joining(", "));
        };
    return Statement.of("ALTER TABLE %s %s WHERE %s".formatted(name, change, about(pseudonyms)));
  }

  private String about(Collection<Long> pseudonyms) {
    // Numbers of our own making, so they may stand in the text.
    String list = pseudonyms.stream().map(Pseudonyms::text).collect(Collectors.joining(", "));
    return columns.stream()
        .map(column -> "%s IN (%s)".formatted(column, list))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }
}
