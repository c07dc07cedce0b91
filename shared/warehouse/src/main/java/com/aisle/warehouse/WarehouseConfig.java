package com.aisle.warehouse;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach the warehouse.
 *
 * @param url {@code http(s)://host:port} of its HTTP interface
 * @param user who asks
 * @param passwordSecret name or ARN of the secret that holds the password
 * @param database where the tables are
 * @param insertTime the longest wait for an insert or a statement without an answer
 */
public record WarehouseConfig(
    URI url, String user, String passwordSecret, String database, Duration insertTime) {

  /**
   * Reads {@code AISLE_CLICKHOUSE_…}; the user is {@code default} and there is no URL by default.
   */
  public static WarehouseConfig from(Map<String, String> env) {
    return new WarehouseConfig(
        url(env.getOrDefault("AISLE_CLICKHOUSE_URL", "")),
        env.getOrDefault("AISLE_CLICKHOUSE_USER", "default"),
        env.getOrDefault("AISLE_CLICKHOUSE_PASSWORD_SECRET", ""),
        database(env.getOrDefault("AISLE_CLICKHOUSE_DATABASE", "aisle")),
        seconds(env.getOrDefault("AISLE_CLICKHOUSE_INSERT_SECONDS", "30")));
  }

  /** The same with another longest wait. */
  public WarehouseConfig withInsertTime(Duration other) {
    return new WarehouseConfig(url, user, passwordSecret, database, other);
  }

  private static URI url(String text) {
    if (!text.matches("https?://[A-Za-z0-9.:\\[\\]_-]+/?")) {
      throw new IllegalArgumentException(
          "AISLE_CLICKHOUSE_URL=%s is no address of ClickHouse's HTTP interface; write it as https://host:8443"
              .formatted(text));
    }
    return URI.create(text);
  }

  private static String database(String text) {
    if (!text.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "AISLE_CLICKHOUSE_DATABASE=%s is no name of a database: letters, digits and _"
              .formatted(text));
    }
    return text;
  }

  private static Duration seconds(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "AISLE_CLICKHOUSE_INSERT_SECONDS=%s must be a whole number of seconds from 1 to 9999"
              .formatted(text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
