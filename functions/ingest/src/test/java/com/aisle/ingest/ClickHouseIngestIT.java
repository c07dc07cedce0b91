package com.aisle.ingest;

import static com.aisle.ingest.Messages.NOON;
import static com.aisle.ingest.Messages.event;
import static com.aisle.ingest.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.events.Row;
import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.warehouse.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server: the columns, bad rows, and that no repetition changes a number. */
class ClickHouseIngestIT {

  private static final Instant NOW = NOON.plus(Duration.ofDays(1));

  @TempDir static Path folder;
  private static WarehouseServer server;
  private final RecordingFailedMessages failed = new RecordingFailedMessages();

  @BeforeAll
  static void start() {
    server = new WarehouseServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() {
    Stream.of(Table.values())
        .map(table -> "TRUNCATE TABLE " + table.tableName())
        .forEach(sql -> server.warehouse().execute(Statement.of(sql)));
  }

  @Test
  void columns_areThoseOfTheTables() {
    for (Table table : Table.values()) {
      List<String> columns =
          server
              .query(
                  "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = '%s'"
                      .formatted(table.tableName()))
              .stream()
              .map(row -> String.valueOf(row.getFirst()))
              .filter(name -> !name.equals("ingested_at"))
              .toList();
      assertThat(table.columns())
          .as(table.tableName())
          .containsExactlyInAnyOrderElementsOf(columns);
    }
  }

  @Test
  void badRows_areFoundAmongGoodOnes_andKept() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(event("e" + i));
    }
    rows.set(17, event("e17").text("position", "first"));
    rows.set(120, event("e120").text("amount", "a lot"));

    assertThat(
            ingester()
                .handle(
                    List.of(message("1", Messages.body(Kind.EVENTS, rows.toArray(Row[]::new))))))
        .isEmpty();

    assertThat(server.value("SELECT count() FROM events FINAL")).isEqualTo("198");
    assertThat(server.query("SELECT event_id, reason FROM rejected_events FINAL ORDER BY event_id"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(String.valueOf(row.get(1))).isNotBlank())
        .extracting(List::getFirst)
        .containsExactly("e120", "e17");
  }

  @Test
  void money_isExact() {
    ingester()
        .handle(
            List.of(
                message("1", Messages.envelope("OrderPlaced", Messages.ORDER)),
                message("2", Messages.envelope("OrderRefunded", Messages.REFUND)),
                message(
                    "3",
                    Messages.envelope(
                        "OrderPaid",
                        "{\"order_id\":\"o1\",\"paid_at\":\"2026-11-25T11:01:00Z\",\"amount\":\"5.20\",\"currency\":\"GBP\"}"))));
    assertThat(server.value("SELECT toString(sum(amount)) FROM order_lines FINAL"))
        .isEqualTo("2.65");
    assertThat(
            server.query("SELECT toString(kind), toString(amount) FROM orders FINAL ORDER BY kind"))
        .containsExactly(
            List.of("placed", "5.2"), List.of("paid", "5.2"), List.of("refunded", "-2.55"));
  }

  @Test
  void anyRepetitionInAnyCompany_alsoBesideAKilledServer_changesNoNumber() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Model model = new Model(random);
    List<QueuedMessage> messages = model.messages(300);
    // Each message three times, in any order and company, by two ingesters side by side.
    List<QueuedMessage> deliveries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      deliveries.addAll(messages);
    }
    Collections.shuffle(deliveries, random);
    ConcurrentLinkedQueue<QueuedMessage> queue = new ConcurrentLinkedQueue<>(deliveries);
    CountDownLatch half = new CountDownLatch(deliveries.size() / 2);
    try (ExecutorService ingesters = Executors.newFixedThreadPool(2)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        long own = random.nextLong();
        running.add(ingesters.submit(() -> drain(queue, half, new Random(own))));
      }
      assertThat(half.await(2, TimeUnit.MINUTES)).as("half of it within two minutes").isTrue();
      server.killAndRestart();
      for (Future<?> ingester : running) {
        ingester.get(3, TimeUnit.MINUTES);
      }
    }
    assertThat(failed.reasons()).as("seed %d", seed).isEmpty();
    model.requireSame(server, seed);
  }

  /** Takes batches of any size; what fails goes back, and now and then also what did not. */
  private void drain(
      ConcurrentLinkedQueue<QueuedMessage> queue, CountDownLatch half, Random random) {
    IngestService ingester = ingester();
    while (!queue.isEmpty()) {
      List<QueuedMessage> batch = new ArrayList<>();
      int size = 1 + random.nextInt(20);
      for (int i = 0; i < size; i++) {
        Stream.ofNullable(queue.poll()).forEach(batch::add);
      }
      List<String> again = ingester.handle(batch);
      batch.stream()
          .filter(message -> again.contains(message.id()) || random.nextInt(50) == 0)
          .forEach(queue::add);
      batch.forEach(message -> half.countDown());
    }
  }

  private IngestService ingester() {
    return new Ports(
            server.warehouse(),
            failed,
            () -> Messages.PSEUDONYMS,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString())
        .service(IngestConfigTest.config());
  }

  /** What happened, counted without a warehouse. */
  private static final class Model {

    private static final List<String> ACTIONS =
        List.of("page_view", "product_view", "add_to_cart", "click", "impression");
    private static final List<String> CURRENCIES = List.of("GBP", "EUR", "JPY");

    private final Random random;
    private final Map<String, Long> actions = new TreeMap<>();
    private final Map<String, BigDecimal> revenue = new TreeMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private long rejected;
    private int events;

    Model(Random random) {
      this.random = random;
    }

    List<QueuedMessage> messages(int count) {
      List<QueuedMessage> messages = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String id = "m" + i;
        messages.add(
            switch (random.nextInt(10)) {
              case 0, 1 -> message(id, order());
              case 2 -> message(id, orders.isEmpty() ? order() : refund(i));
              case 3 -> message(id, badOrder(i));
              default -> message(id, events());
            });
      }
      return messages;
    }

    /** An event may be in two messages, since a client may send it twice. */
    private String events() {
      List<Row> rows = new ArrayList<>();
      int size = 1 + random.nextInt(40);
      for (int i = 0; i < size; i++) {
        boolean repeated = events > 0 && random.nextInt(10) == 0;
        rows.add(numbered(repeated ? random.nextInt(events) : events++, !repeated));
      }
      return Messages.body(Kind.EVENTS, rows.toArray(Row[]::new));
    }

    private Row numbered(int number, boolean isNew) {
      String action = ACTIONS.get(number % ACTIONS.size());
      if (isNew) {
        actions.merge(action, 1L, Long::sum);
      }
      return event("e" + number, action, NOW.minus(Duration.ofMinutes(number * 37L)));
    }

    private String order() {
      String id = "o" + orders.size();
      String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      orders.put(id, currency);
      String price = "%d.%02d".formatted(random.nextInt(100), random.nextInt(100));
      int quantity = 1 + random.nextInt(9);
      add(currency, new BigDecimal(price).multiply(BigDecimal.valueOf(quantity)));
      return Messages.envelope(
          "OrderPlaced",
          "{\"order_id\":\"%s\",\"placed_at\":\"%s\",\"currency\":\"%s\",\"user_id\":\"u%d\",\"lines\":[%s]}"
              .formatted(
                  id,
                  NOW.minus(Duration.ofHours(random.nextInt(2000))),
                  currency,
                  random.nextInt(20),
                  line(quantity, price)));
    }

    private String refund(int number) {
      String id = "o" + random.nextInt(orders.size());
      add(orders.get(id), new BigDecimal("-0.10"));
      return Messages.envelope(
          "OrderRefunded",
          "{\"order_id\":\"%s\",\"refund_id\":\"r%d\",\"refunded_at\":\"%s\",\"currency\":\"%s\",\"lines\":[%s]}"
              .formatted(id, number, NOW, orders.get(id), line(1, "0.10")));
    }

    private String badOrder(int number) {
      rejected++;
      return Messages.envelope(
          "OrderPlaced",
          "{\"order_id\":\"bad%d\",\"placed_at\":\"%s\",\"currency\":\"GBP\",\"lines\":[%s]}"
              .formatted(number, NOW, line(1, "-1")));
    }

    private static String line(int quantity, String price) {
      return "{\"product\":\"p1\",\"quantity\":%d,\"unit_price\":\"%s\"}"
          .formatted(quantity, price);
    }

    private void add(String currency, BigDecimal amount) {
      revenue.merge(currency, amount, BigDecimal::add);
    }

    void requireSame(WarehouseServer server, long seed) {
      assertThat(
              counts(server, "SELECT toString(action), count() FROM events FINAL GROUP BY action"))
          .as("events by action, seed %d", seed)
          .isEqualTo(texts(actions));
      String days = server.value("SELECT toString(groupUniqArray(toString(day))) FROM events");
      assertThat(
              counts(
                  server,
                  "SELECT toString(action), sum(events) FROM minutes_of_days(days=%s) GROUP BY action"
                      .formatted(days)))
          .as("the roll-up's facts, seed %d", seed)
          .isEqualTo(texts(actions));
      assertThat(
              counts(
                  server,
                  "SELECT toString(currency), toDecimalString(sum(amount), 2) FROM order_lines FINAL GROUP BY currency"))
          .as("revenue by currency, seed %d", seed)
          .isEqualTo(texts(revenue));
      assertThat(
              counts(
                  server,
                  "SELECT toString(currency), toDecimalString(sum(amount), 2) FROM orders FINAL GROUP BY currency"))
          .as("orders by currency, seed %d", seed)
          .isEqualTo(texts(revenue));
      assertThat(server.value("SELECT uniqExact(rejection_id) FROM rejected_events"))
          .as("rejected, seed %d", seed)
          .isEqualTo(Long.toString(rejected));
      assertThat(
              server.value(
                  "SELECT count() FROM (SELECT DISTINCT day FROM events UNION DISTINCT SELECT DISTINCT"
                      + " day FROM orders) WHERE day NOT IN (SELECT day FROM touched_days)"))
          .as("days with rows that nobody was told of, seed %d", seed)
          .isEqualTo("0");
    }

    private static Map<String, String> counts(WarehouseServer server, String sql) {
      return server.query(sql).stream()
          .collect(
              Collectors.toMap(
                  row -> String.valueOf(row.get(0)),
                  row -> String.valueOf(row.get(1)),
                  (one, other) -> one + " and " + other,
                  TreeMap::new));
    }

    private static Map<String, String> texts(Map<String, ?> numbers) {
      Map<String, String> texts = new TreeMap<>();
      numbers.forEach((key, value) -> texts.put(key, String.valueOf(value)));
      return texts;
    }
  }
}
