package com.aisle.ingest;

import com.aisle.events.Row;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Tells the roll-ups which days have new rows. */
final class TouchedDays {

  private final Warehouse warehouse;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * @param ids makes a token for each insert: telling again is never a repetition, as the time
   *     counts
   */
  TouchedDays(Warehouse warehouse, Clock clock, Supplier<String> ids) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.ids = ids;
  }

  static Set<String> of(List<RawRow> rows) {
    Set<String> days = new TreeSet<>();
    for (RawRow row : rows) {
      if (row.table().feedsRollups()) {
        days.add(row.day());
      }
    }
    return days;
  }

  void tell(Set<String> days) {
    if (!days.isEmpty()) {
      List<String> rows = days.stream().map(this::row).toList();
      warehouse.insert("touched_days", Rows.of(rows), ids.get());
    }
  }

  private String row(String day) {
    return new Row().day("day", LocalDate.parse(day)).time("at", clock.instant()).json();
  }
}
