package com.aisle.ingest;

import com.aisle.warehouse.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one table that are inserted together. Blocks of the same rows are the same whatever order
 * the rows came in, and have the same token, by which the warehouse knows a block that it has.
 */
record Block(Table table, List<RawRow> rows) {

  /** Below the 100 partitions that ClickHouse takes in one insert. */
  private static final int MOST_MONTHS = 60;

  private static final Comparator<RawRow> ORDER =
      Comparator.comparing(RawRow::month).thenComparing(RawRow::id);

  /**
   * Cuts the rows of one table into blocks. Of rows with one id the last one counts.
   *
   * @param mostRows of a block
   */
  static List<Block> of(Table table, Collection<RawRow> rows, int mostRows) {
    Map<String, RawRow> byId = HashMap.newHashMap(rows.size());
    rows.forEach(row -> byId.put(row.id(), row));
    List<RawRow> sorted = new ArrayList<>(byId.values());
    sorted.sort(ORDER);
    List<Block> blocks = new ArrayList<>();
    Set<String> months = new HashSet<>();
    int start = 0;
    for (int i = 0; i < sorted.size(); i++) {
      months.add(sorted.get(i).month());
      if (i - start == mostRows || months.size() > MOST_MONTHS) {
        blocks.add(new Block(table, sorted.subList(start, i)));
        start = i;
        months.clear();
        months.add(sorted.get(i).month());
      }
    }
    if (start < sorted.size()) {
      blocks.add(new Block(table, sorted.subList(start, sorted.size())));
    }
    return blocks;
  }

  /** The first or second half of a block of at least two rows. */
  Block half(boolean first) {
    int middle = rows.size() / 2;
    return new Block(table, first ? rows.subList(0, middle) : rows.subList(middle, rows.size()));
  }

  /** The rows, one a line. */
  Rows content() {
    int size = rows.stream().mapToInt(row -> row.length() + 1).sum();
    byte[] lines = new byte[size];
    int at = 0;
    for (RawRow row : rows) {
      System.arraycopy(row.buffer(), row.from(), lines, at, row.length());
      // Between its tokens JSON may have line breaks; inside a string it has none.
      replaceLineBreaks(lines, at, at + row.length());
      at += row.length();
      lines[at++] = '\n';
    }
    return new Rows(rows.size(), lines);
  }

  /** The same for the same rows, and for no others. */
  static String token(Rows content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.json());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void replaceLineBreaks(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
  }
}
