package com.aisle.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The days in which the shop counts.
 *
 * <p>{@code AISLE_SHOP_TIMEZONE}: the name of its time zone, {@code UTC} by default. To change it
 * later moves the borders of days that are counted already: then the roll-ups have to be rebuilt.
 */
public record ShopCalendar(ZoneId zone) {

  static final String KEY = "AISLE_SHOP_TIMEZONE";

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when there is no such time zone
   */
  public static ShopCalendar from(Map<String, String> env) {
    String name = env.getOrDefault(KEY, "UTC");
    try {
      return new ShopCalendar(ZoneId.of(name));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s must be the name of a time zone like Europe/London, not '%s'".formatted(KEY, name),
          e);
    }
  }

  /** The day of this moment in the shop. */
  public LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }
}
