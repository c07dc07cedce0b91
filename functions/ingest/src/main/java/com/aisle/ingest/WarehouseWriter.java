package com.aisle.ingest;

import com.aisle.events.Rejection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what a batch of messages holds: one insert for each table, or more where that would be too
 * large a block.
 *
 * <p>The days are told before the rows, since an invocation may die between the two, and after
 * them, since a roll-up may have begun in between. (docs/analytics.md)
 */
final class WarehouseWriter {

  private final BlockWriter blocks;
  private final TouchedDays touchedDays;
  private final RejectedRows rejectedRows;
  private final int mostRows;

  /**
   * @param mostRows of one insert
   */
  WarehouseWriter(
      BlockWriter blocks, TouchedDays touchedDays, RejectedRows rejectedRows, int mostRows) {
    this.blocks = blocks;
    this.touchedDays = touchedDays;
    this.rejectedRows = rejectedRows;
    this.mostRows = mostRows;
  }

  /**
   * Returns when everything is stored. May be called again with the same contents, or with a part.
   *
   * @return what was refused, which is stored too
   * @throws com.aisle.warehouse.WarehouseException when some of it may not be stored
   */
  List<Rejection> write(Contents contents) {
    Set<String> days = TouchedDays.of(contents.rows());
    touchedDays.tell(days);
    List<Rejection> rejections = new ArrayList<>(contents.rejections());
    byTable(contents.rows()).forEach((table, rows) -> insert(table, rows, rejections));
    touchedDays.tell(days);
    List<RawRow> refused = rejections.stream().map(rejectedRows::row).toList();
    insert(Table.REJECTED_EVENTS, refused, new ArrayList<>());
    return rejections;
  }

  private void insert(Table table, List<RawRow> rows, List<Rejection> refused) {
    Block.of(table, rows, mostRows).forEach(block -> blocks.insert(block, refused));
  }

  private static Map<Table, List<RawRow>> byTable(List<RawRow> rows) {
    Map<Table, List<RawRow>> tables = new EnumMap<>(Table.class);
    for (RawRow row : rows) {
      tables.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row);
    }
    return tables;
  }
}
