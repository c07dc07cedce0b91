package com.aisle.benchmarks.analytics;

import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.local.launcher.ClickHouseEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Copies a year out of the warehouse into PostgreSQL: the same rows, by COPY, then the indexes. */
final class PostgresYear {
  private static final String OF_EVENTS =
      """
      SELECT day, time, action, event_id, reinterpretAsInt64(person), reinterpretAsInt64(client),
             reinterpretAsInt64(user), reinterpretAsInt64(session), product, query_id, recommendation_id,
             recommendation_kind, position, order_id, quantity, amount, currency, page, source, device, country, locale
      FROM events FINAL ORDER BY day""";
  private static final String OF_SEARCHES =
      """
      SELECT day, time, query_id, reinterpretAsInt64(person), reinterpretAsInt64(client),
             reinterpretAsInt64(session), query, locale, page, hits, took_ms, device, country
      FROM searches FINAL ORDER BY day""";
  private static final String OF_ORDER_LINES =
      """
      SELECT day, time, order_id, kind, event_id, line, product, quantity, unit_price, amount, currency,
             reinterpretAsInt64(person), country
      FROM order_lines FINAL ORDER BY day""";

  private final ClickHouseEndpoint warehouse;
  private final String database;
  private final Consumer<String> progress;

  PostgresYear(ClickHouseEndpoint warehouse, String database, Consumer<String> progress) {
    this.warehouse = warehouse;
    this.database = database;
    this.progress = progress;
  }

  /** Fills the tables, unless this year is in there already. */
  void load(Connection connection, String fingerprint) throws SQLException {
    if (isLoaded(connection, fingerprint)) {
      return;
    }
    run(connection, "DROP TABLE IF EXISTS loaded, events, searches, order_lines");
    run(connection, "DROP TYPE IF EXISTS action, device, kind");
    statements("postgres_tables").forEach(sql -> run(connection, sql));
    copy(connection, "searches", OF_SEARCHES);
    copy(connection, "order_lines", OF_ORDER_LINES);
    copy(connection, "events", OF_EVENTS);
    for (String sql : statements("postgres_indexes")) {
      progress.accept("PostgreSQL: " + sql.lines().findFirst().orElse(""));
      run(connection, sql);
    }
    run(connection, "CREATE TABLE loaded AS SELECT '%s' AS fingerprint".formatted(fingerprint));
    run(connection, "CHECKPOINT");
  }

  private static boolean isLoaded(Connection connection, String fingerprint) {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT fingerprint FROM loaded")) {
      return rows.next() && rows.getString(1).equals(fingerprint);
    } catch (SQLException e) {
      return false; // there is no such table yet
    }
  }

  private static List<String> statements(String name) {
    return List.of(Resource.sql(name).replaceAll("(?m)^--.*\n", "").split(";\\s*(\n|$)"));
  }

  private static void run(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new BenchmarkException("PostgreSQL refused %s: %s".formatted(sql, e.getMessage()), e);
    }
  }

  private void copy(Connection connection, String table, String select) throws SQLException {
    HttpRequest request =
        HttpRequest.newBuilder(warehouse.url().resolve("/?database=" + database))
            .header("X-ClickHouse-User", warehouse.user())
            .header("X-ClickHouse-Key", warehouse.password())
            .POST(HttpRequest.BodyPublishers.ofString(select + " FORMAT TabSeparated"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream rows = response.body()) {
        if (response.statusCode() != 200) {
          throw new BenchmarkException(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
        }
        long copied =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY %s FROM STDIN".formatted(table), rows, 1 << 16);
        progress.accept("PostgreSQL: %d rows in %s".formatted(copied, table));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", e);
    }
  }
}
