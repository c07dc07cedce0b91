package com.aisle.reports;

import com.aisle.warehouse.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How old an answer's data is.
 *
 * @param newest when the newest event up to the end of the range happened; null when there is none
 * @param asOf when the warehouse was asked
 */
record Freshness(@Nullable Instant newest, Instant asOf) {

  /**
   * Reads the rows of one day only, which max(day) would not; later than {@code asOf} are events of
   * clocks that are wrong.
   */
  private static final String NEWEST =
      """
      SELECT max(time) FROM events
      WHERE day = (SELECT day FROM events WHERE day <= {to:Date} ORDER BY day DESC LIMIT 1) AND time <= {now:DateTime64(3, 'UTC')}""";

  static Freshness ask(Asker asker, LocalDate to, Instant now) {
    List<@Nullable Object> row =
        asker.ask(new Statement(NEWEST, Map.of("to", to, "now", now))).rows().getFirst();
    boolean some = row.getFirst() instanceof Instant newest && newest.isAfter(Instant.EPOCH);
    return new Freshness(some ? (Instant) row.getFirst() : null, now);
  }

  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("newest", newest == null ? null : newest.toString());
    fields.put("ageSeconds", newest == null ? null : age(newest));
    fields.put("asOf", asOf.toString());
    return fields;
  }

  private double age(Instant since) {
    return Math.max(0, Duration.between(since, asOf).toMillis()) / 1e3;
  }
}
