package com.aisle.warehouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientConfigProperties;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.CompressionMethod;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.command.CommandSettings;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The warehouse in ClickHouse, over HTTP with ClickHouse's own client. It connects at the first
 * call, so that a snapshot of the function holds neither a password nor a connection; a password
 * that was rotated is asked for again when the old one is refused.
 */
public final class ClickHouseWarehouse implements Warehouse, AutoCloseable {

  /** How much longer than the server's limit the client waits, for the way there and back. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

  private final WarehouseConfig config;
  private final Supplier<String> password;
  private @Nullable Client client;
  private @Nullable String usedPassword;

  private ClickHouseWarehouse(WarehouseConfig config, Supplier<String> password) {
    this.config = config;
    this.password = password;
  }

  /** A warehouse; {@code password} is asked at the first call and after each refusal. */
  public static ClickHouseWarehouse connect(WarehouseConfig config, Supplier<String> password) {
    return new ClickHouseWarehouse(config, password);
  }

  @Override
  public void insert(String table, Rows rows, String token) {
    run("insert into " + table, () -> insertOnce(table, rows, token));
  }

  @Override
  public QueryResult query(Statement statement, Limits limits) {
    return run("query", () -> queryOnce(statement, limits));
  }

  @Override
  public void execute(Statement statement) {
    run("statement", () -> executeOnce(statement));
  }

  /** Whether it answers within about {@code longest}. Never throws. */
  public boolean answers(Duration longest) {
    try {
      return client().ping(longest.toMillis());
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean insertOnce(String table, Rows rows, String token) throws Exception {
    InsertSettings settings =
        new InsertSettings()
            .setDeduplicationToken(token)
            .serverSetting("async_insert", "0")
            .serverSetting("insert_deduplicate", "1")
            .serverSetting("input_format_skip_unknown_fields", "0")
            // Rows have one form of time (Rows.time); guessing costs a quarter of an insert.
            .serverSetting("date_time_input_format", "basic");
    settings.setNetworkTimeout(config.insertTime().toMillis(), ChronoUnit.MILLIS);
    DataStreamWriter writer = out -> out.write(rows.json());
    try (InsertResponse response =
        client().insert(table, writer, ClickHouseFormat.JSONEachRow, settings).get()) {
      return response.getWrittenRows() >= 0;
    }
  }

  @SuppressWarnings("try") // Closing is allowed to be interrupted.
  private QueryResult queryOnce(Statement statement, Limits limits) throws Exception {
    long start = System.nanoTime();
    QuerySettings settings =
        new QuerySettings()
            .setFormat(ClickHouseFormat.RowBinaryWithNamesAndTypes)
            // Without it an error after the first rows would look like a short answer.
            .waitEndOfQuery(true)
            .serverSetting("readonly", "2")
            .serverSetting("cancel_http_readonly_queries_on_client_close", "1")
            .serverSetting("max_execution_time", seconds(limits.time()))
            .serverSetting("timeout_overflow_mode", "throw")
            .serverSetting("max_result_rows", Integer.toString(limits.resultRows()))
            .serverSetting("result_overflow_mode", "throw")
            .serverSetting("max_memory_usage", Long.toString(limits.memoryBytes()))
            .serverSetting("max_rows_to_read", Long.toString(limits.rowsToRead()))
            .serverSetting("read_overflow_mode", "throw");
    settings.setNetworkTimeout(limits.time().plus(GRACE).toMillis(), ChronoUnit.MILLIS);
    try (QueryResponse response =
            client().query(statement.sql(), Parameters.of(statement), settings).get();
        ClickHouseBinaryFormatReader reader = client().newBinaryFormatReader(response)) {
      return read(response, reader, start);
    }
  }

  private static QueryResult read(
      QueryResponse response, ClickHouseBinaryFormatReader reader, long start) {
    List<QueryResult.Column> columns =
        reader.getSchema() == null
            ? List.of()
            : reader.getSchema().getColumns().stream()
                .map(c -> new QueryResult.Column(c.getColumnName(), c.getOriginalTypeName()))
                .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (reader.hasNext() && reader.next() != null) {
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        row.add(Values.of(reader.readValue(i), columns.get(i - 1).type()));
      }
      rows.add(row);
    }
    return new QueryResult(
        columns,
        rows,
        response.getReadRows(),
        response.getReadBytes(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private boolean executeOnce(Statement statement) throws Exception {
    CommandSettings settings = new CommandSettings();
    settings
        // A repetition by the client could insert twice.
        .setOption(ClientConfigProperties.RETRY_ON_FAILURE.getKey(), 0)
        .waitEndOfQuery(true)
        .serverSetting("mutations_sync", "2")
        .serverSetting("alter_sync", "2")
        .serverSetting("lightweight_deletes_sync", "2");
    settings.setNetworkTimeout(config.insertTime().toMillis(), ChronoUnit.MILLIS);
    try (AutoCloseable response =
        client().execute(statement.sql(), Parameters.of(statement), settings).get()) {
      return response != null;
    }
  }

  private interface Call<T> {
    T run() throws Exception;
  }

  private <T> T run(String what, Call<T> call) {
    try {
      return call.run();
    } catch (Exception e) {
      if (Failures.isRefusedPassword(e) && hasNewPassword()) {
        return again(what, call);
      }
      throw Failures.of(what, e);
    }
  }

  private static <T> T again(String what, Call<T> call) {
    try {
      return call.run();
    } catch (Exception e) {
      throw Failures.of(what, e);
    }
  }

  private synchronized boolean hasNewPassword() {
    String current = password.get();
    if (Objects.equals(current, usedPassword)) {
      return false;
    }
    client().updateUserAndPassword(config.user(), current);
    usedPassword = current;
    return true;
  }

  private synchronized Client client() {
    Client connected = client;
    if (connected == null) {
      String current = password.get();
      connected = open(current);
      usedPassword = current;
      client = connected;
    }
    return connected;
  }

  private Client open(String current) {
    return new Client.Builder()
        .addEndpoint(config.url().toString())
        .setUsername(config.user())
        .setPassword(current)
        .setDefaultDatabase(config.database())
        .setConnectTimeout(CONNECT_TIME.toMillis())
        .setSocketTimeout(config.insertTime().toMillis())
        .compressionMethod(CompressionMethod.LZ4)
        .compressClientRequest(true)
        .compressServerResponse(true)
        // What was idle while the function was frozen may be closed on the other side.
        .setKeepAliveTimeout(5, ChronoUnit.SECONDS)
        .retryOnFailures(ClientFaultCause.NoHttpResponse)
        .setMaxRetries(1)
        .useAsyncRequests(false)
        .useServerTimeZone(false)
        .useTimeZone("UTC")
        .setClientName("aisle")
        .build();
  }

  private static String seconds(Duration time) {
    return "%d.%03d".formatted(time.toSeconds(), time.toMillisPart());
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
