package com.aisle.benchmarks.analytics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A year of a shop that does not exist; the same numbers make the same year.
 *
 * @param events about how many there are
 * @param seed of everything in it
 */
record ShopYear(long events, long seed) {
  static final int DAYS = 365;
  static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 24);
  static final LocalDate FIRST_DAY = LAST_DAY.minusDays(DAYS - 1L);

  private static final List<String> STATEMENTS =
      List.of(
          "visits",
          "events",
          "searches",
          "recommendations",
          "orders",
          "order_lines",
          "refunds",
          "products");
  private static final int EVENTS_OF_A_VISIT = 10;
  private static final int VISITS_OF_A_CLIENT = 5;

  long visits() {
    return Math.max(1, events / EVENTS_OF_A_VISIT);
  }

  private long clients() {
    return Math.max(10, visits() / VISITS_OF_A_CLIENT);
  }

  /** For each day the number of visits up to its end. */
  List<Long> edges() {
    double[] weights = new double[DAYS];
    double sum = 0;
    for (int day = 0; day < DAYS; day++) {
      weights[day] = weight(day);
      sum += weights[day];
    }
    List<Long> edges = new ArrayList<>();
    double before = 0;
    for (double weight : weights) {
      before += weight;
      edges.add(Math.round(visits() * before / sum));
    }
    return edges;
  }

  /** More people come on Saturdays and Sundays, before Christmas, and as the shop gets known. */
  private static double weight(int day) {
    double weekend = FIRST_DAY.plusDays(day).getDayOfWeek().getValue() >= 6 ? 1.15 : 1;
    int ofYear = FIRST_DAY.plusDays(day).getDayOfYear();
    double christmas = 1 + 0.5 * Math.exp(-Math.pow((ofYear - 338) / 20.0, 2));
    double growth = 0.8 + 0.4 * day / DAYS;
    return weekend * christmas * growth;
  }

  /** What the statements of the generator ask for, besides which visits to make. */
  Map<String, Object> parameters() {
    return Map.of(
        "seed", seed,
        "edges", edges(),
        "start", FIRST_DAY,
        "days", DAYS,
        "clients", clients());
  }

  /** Differs when anything that the year is made of does. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("%d %d %s".formatted(events, seed, edges()).getBytes(StandardCharsets.UTF_8));
      for (String name : STATEMENTS) {
        digest.update(Resource.sql(name).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
