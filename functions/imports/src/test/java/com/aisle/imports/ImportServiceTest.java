package com.aisle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.catalog.Product;
import com.aisle.messaging.PublishException;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.StorageException;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.storage.testing.InMemoryObjectStore.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportServiceTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant NEVER = Instant.MAX;
  private static final String KEY = "imports/shop.jsonl";
  private static final String REPORT = "import-reports/shop.jsonl.json";
  private static final ProductJson JSON = new ProductJson();
  private static final JsonMapper MAPPER = new JsonMapper();

  private final TickingClock clock = new TickingClock(NOON, Duration.ofMillis(10));
  private final InMemoryObjectStore store = new InMemoryObjectStore(clock);
  private final RecordingPublisher changes = new RecordingPublisher();
  private final RecordingPublisher warehouse = new RecordingPublisher();
  private final RecordingPublisher ownQueue = new RecordingPublisher();
  private final ImportService service = service("worker");

  @Test
  void file_isPassedOnInChunksAndReported() {
    store.putWithMetadata(KEY, bytes(lines(1, 120)), Map.of());
    importFile(KEY);
    assertThat(changes.bodies())
        .extracting(body -> JSON.readBatch(body).size())
        .containsExactly(50, 50, 20);
    assertThat(ids()).isEqualTo(ids(1, 120));
    JsonNode report = report(REPORT);
    assertThat(report.path("state").asString()).isEqualTo("complete");
    assertThat(report.path("file").asString()).isEqualTo(KEY);
    assertThat(counts(report)).containsExactly(120, 120, 0);
    assertThat(report.path("bytesRead")).isEqualTo(report.path("bytesTotal"));
    assertThat(Instant.parse(report.path("finishedAt").asString()))
        .isAfter(Instant.parse(report.path("startedAt").asString()));
    assertThat(report.has("reason")).isFalse();
  }

  @Test
  void orders_goToTheWarehouseAsTheyAre_andBadOnesAreKept() {
    String paid =
        "{\"type\":\"OrderPaid\",\"order_id\":\"o%d\",\"paid_at\":\"2026-11-24T12:00:00Z\",\"amount\":\"12.50\",\"currency\":\"EUR\"}";
    List<String> lines = IntStream.range(0, 3000).mapToObj(paid::formatted).toList();
    List<String> file = new ArrayList<>(lines);
    file.add(7, lines.get(7).replace("12.50", "-12.50"));
    file.add(9, line(1));
    store.putWithMetadata("imports/orders/year.jsonl", bytes(String.join("\n", file)), Map.of());

    importFile("imports/orders/year.jsonl");

    assertThat(changes.bodies()).isEmpty();
    assertThat(warehouse.bodies())
        .hasSizeGreaterThan(1)
        .allSatisfy(body -> assertThat(bytes(body).length).isLessThanOrEqualTo(200_000));
    assertThat(
            warehouse.bodies().stream()
                .flatMap(body -> MAPPER.readTree(body).path("orders").valueStream())
                .map(JsonNode::toString))
        .isEqualTo(lines);
    JsonNode report = report("import-reports/orders/year.jsonl.json");
    assertThat(counts(report)).containsExactly(3002, 3000, 2);
    assertThat(
            rejected(report.at("/rejectedFiles/0").asString()).getFirst().path("reason").toString())
        .contains("/amount");
  }

  @Test
  void orders_areResumedBehindTheCheckpoint() {
    String paid =
        "{\"type\":\"OrderPaid\",\"order_id\":\"o%d\",\"paid_at\":\"2026-11-24T12:00:00Z\",\"amount\":\"1\",\"currency\":\"EUR\"}";
    List<String> lines = IntStream.range(0, 120).mapToObj(paid::formatted).toList();
    store.putWithMetadata("imports/orders/year.jsonl", bytes(String.join("\n", lines)), Map.of());

    service.handle(new ImportRequest("imports/orders/year.jsonl", null), NOON);
    assertThat(report("import-reports/orders/year.jsonl.json").path("state").asString())
        .isEqualTo("running");
    importFile("imports/orders/year.jsonl");

    assertThat(
            warehouse.bodies().stream()
                .flatMap(body -> MAPPER.readTree(body).path("orders").valueStream())
                .map(JsonNode::toString))
        .isEqualTo(lines);
  }

  @Test
  void largeProducts_makeSmallerChunks() {
    String file =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> line(i).replace("Mug", "字".repeat(500)).replace("\"stock\"", large()))
            .collect(Collectors.joining("\n"));
    store.putWithMetadata(KEY, bytes(file), Map.of());
    importFile(KEY);
    assertThat(ids()).isEqualTo(ids(1, 12));
    assertThat(changes.bodies())
        .hasSizeGreaterThan(1)
        .allSatisfy(body -> assertThat(bytes(body).length).isLessThanOrEqualTo(200 * 1024));
  }

  private static String large() {
    return "\"description\":{\"en\":\"%s\"},\"stock\"".formatted("字".repeat(20_000));
  }

  @Test
  void compressedFile_alsoInSeveralMembers_isReadWhole() {
    byte[] file = concat(gzip(lines(1, 70)), gzip(lines(71, 80)));
    store.putWithMetadata("imports/a/shop.jsonl.gz", file, Map.of());
    importFile("imports/a/shop.jsonl.gz");
    assertThat(ids()).isEqualTo(ids(1, 80));
    JsonNode report = report("import-reports/a/shop.jsonl.gz.json");
    assertThat(report.path("state").asString()).isEqualTo("complete");
    assertThat(report.path("bytesRead").asInt()).isEqualTo(file.length);
  }

  @Test
  void badLines_areKeptWithNumberAndReasonsAndStopNobody() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes("\uFEFF" + line(1) + "\r\n\r\n   \n{broken\n"));
    file.writeBytes(new byte[] {'{', (byte) 0xFF, '}', '\n'});
    file.writeBytes(bytes("{\"id\":\"x\"}\n"));
    file.writeBytes(bytes("\"" + "x".repeat(LineReader.MAX_LINE_BYTES) + "\"\n"));
    file.writeBytes(bytes(line(2)));
    store.putWithMetadata(KEY, file.toByteArray(), Map.of());
    importFile(KEY);
    assertThat(ids()).containsExactly("p-1", "p-2");
    assertThat(counts(report(REPORT))).containsExactly(6, 2, 4);
    String part = report(REPORT).at("/rejectedFiles/0").asString();
    assertThat(part).isEqualTo("imports/rejected/shop.jsonl/part-1.jsonl");
    List<JsonNode> rejected = rejected(part);
    assertThat(rejected).extracting(line -> line.path("line").asInt()).containsExactly(4, 5, 6, 7);
    assertThat(rejected.get(0).path("reason").toString()).contains("not JSON");
    assertThat(rejected.get(0).path("text").asString()).isEqualTo("{broken");
    assertThat(rejected.get(1).path("reason").toString()).contains("not UTF-8");
    assertThat(rejected.get(2).path("reason").size()).isGreaterThan(1);
    assertThat(rejected.get(3).path("reason").toString()).contains("longer than 1048576 bytes");
  }

  @Test
  void manyRejectedLines_fillSeveralParts() {
    String file = ("{\"id\":\"" + "x".repeat(300_000) + "\"}\n").repeat(9);
    store.putWithMetadata(KEY, bytes(file), Map.of());
    importFile(KEY);
    JsonNode files = report(REPORT).path("rejectedFiles");
    assertThat(files.size()).isGreaterThan(1);
    assertThat(files.valueStream().flatMap(part -> rejected(part.asString()).stream()))
        .extracting(line -> line.path("line").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void emptyFile_isComplete() {
    store.putWithMetadata(KEY, new byte[0], Map.of());
    importFile(KEY);
    assertThat(report(REPORT).path("state").asString()).isEqualTo("complete");
    assertThat(changes.messages()).isEmpty();
  }

  @Test
  void mappedFile_becomesProductsOfTheImportsTime() {
    putMapping();
    String line = "{\"nr\":7,\"name\":\"Mug\"}\n{\"nr\":8}\n";
    store.putWithMetadata(KEY, bytes(line), Map.of("mapping", "import-mappings/m.json"));
    importFile(KEY);
    Product product = JSON.readBatch(changes.bodies().getFirst()).getFirst();
    assertThat(product.id()).isEqualTo("7");
    assertThat(product.updatedAt()).isEqualTo(report(REPORT).path("startedAt").asString());
    assertThat(counts(report(REPORT))).containsExactly(2, 1, 1);
  }

  @Test
  void sameNotificationAgain_changesNothing() {
    store.putWithMetadata(KEY, bytes(lines(1, 3)), Map.of());
    importFile(KEY);
    JsonNode report = report(REPORT);
    importFile(KEY);
    assertThat(changes.messages()).hasSize(1);
    assertThat(report(REPORT)).isEqualTo(report);
  }

  @Test
  void newUploadOfTheSameName_isANewImport() {
    store.putWithMetadata(KEY, bytes("bad\n"), Map.of());
    importFile(KEY);
    assertThat(report(REPORT).path("rejectedFiles").size()).isOne();
    store.putWithMetadata(KEY, bytes(lines(1, 3)), Map.of());
    importFile(KEY);
    assertThat(ids()).isEqualTo(ids(1, 3));
    assertThat(counts(report(REPORT))).containsExactly(3, 3, 0);
    assertThat(store.list("imports/rejected/")).isEmpty();
  }

  @Test
  void otherKeys_areIgnored() {
    for (String key :
        List.of("imports/rejected/shop.jsonl/part-1.jsonl", "imports/", "index/CURRENT")) {
      store.putWithMetadata(key, bytes(line(1)), Map.of());
      importFile(key);
    }
    importFile("imports/not-there.jsonl");
    assertThat(changes.messages()).isEmpty();
    assertThat(store.list("import-")).isEmpty();
  }

  @Test
  void unreadableFiles_failWithTheirReason() {
    store.putWithMetadata("imports/a.csv", bytes("id;title"), Map.of());
    store.putWithMetadata("imports/b.jsonl.gz", bytes(lines(1, 3)), Map.of());
    store.putWithMetadata("imports/c.jsonl.gz", new byte[0], Map.of());
    store.putWithMetadata(
        "imports/d.jsonl", bytes(lines(1, 3)), Map.of("mapping", "import-mappings/none"));
    store.putWithMetadata("import-mappings/bad", bytes("{}"), Map.of());
    store.putWithMetadata(
        "imports/e.jsonl", bytes(lines(1, 3)), Map.of("mapping", "import-mappings/bad"));
    store.putWithMetadata(
        "imports/f.jsonl", bytes(lines(1, 3)), Map.of("mapping", "index/CURRENT"));
    for (String key :
        List.of("a.csv", "b.jsonl.gz", "c.jsonl.gz", "d.jsonl", "e.jsonl", "f.jsonl")) {
      importFile("imports/" + key);
    }
    assertThat(reason("import-reports/a.csv.json")).contains("neither .jsonl nor .jsonl.gz");
    assertThat(reason("import-reports/b.jsonl.gz.json")).contains("not gzip");
    assertThat(reason("import-reports/c.jsonl.gz.json")).contains("not gzip");
    assertThat(reason("import-reports/d.jsonl.json")).contains("no mapping import-mappings/none");
    assertThat(reason("import-reports/e.jsonl.json")).contains("import-mappings/bad");
    assertThat(reason("import-reports/f.jsonl.json")).contains("must be in import-mappings/");
    assertThat(changes.messages()).isEmpty();
  }

  @Test
  void fileDamagedInTheMiddle_failsBehindItsGoodLines() {
    byte[] whole = gzip(lines(1, 5000));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    store.putWithMetadata("imports/shop.jsonl.gz", cut, Map.of());
    importFile("imports/shop.jsonl.gz");
    assertThat(reason("import-reports/shop.jsonl.gz.json")).contains("damaged behind line");
    assertThat(report("import-reports/shop.jsonl.gz.json").path("accepted").asInt())
        .isEqualTo(ids().size())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"imports/shop.jsonl", "imports/shop.jsonl.gz"})
  void publisherFailsInTheMiddle_nextDeliveryLosesAndCountsNothingTwice(String key) {
    String file = withBadLines(1, 700);
    store.putWithMetadata(key, key.endsWith("gz") ? gzip(file) : bytes(file), Map.of());
    changes.failAfter(6, 1);
    assertThatThrownBy(() -> importFile(key)).isInstanceOf(PublishException.class);
    assertThat(report(reportOf(key)).path("state").asString()).isEqualTo("running");
    importFile(key);
    assertThat(ids().stream().distinct()).isEqualTo(ids(1, 700));
    assertThat(counts(report(reportOf(key)))).containsExactly(770, 700, 70);
    assertThat(rejectedLines(reportOf(key))).hasSize(70).doesNotHaveDuplicates();
    // The checkpoints were of use: not all was sent again.
    assertThat(ids().size()).isLessThan(700 + 300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"import-state/", "import-reports/", "imports/rejected/", "imports/shop.jsonl"})
  void storeFailsAtAnyOfItsObjects_nextDeliveryLosesAndCountsNothingTwice(String prefix) {
    store.putWithMetadata(KEY, bytes(withBadLines(1, 700)), Map.of());
    for (Operation operation :
        List.of(Operation.WRITE, Operation.ANSWER_OF_WRITE, Operation.READ)) {
      for (int failures = 0; failures < 2; failures++) {
        store.fail(operation, prefix, 1);
        tryImport(KEY);
      }
    }
    store.heal();
    importFile(KEY);
    assertThat(report(REPORT).path("state").asString()).isEqualTo("complete");
    assertThat(ids().stream().distinct()).isEqualTo(ids(1, 700));
    assertThat(counts(report(REPORT))).containsExactly(770, 700, 70);
    assertThat(rejectedLines(REPORT)).hasSize(70).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"imports/shop.jsonl", "imports/shop.jsonl.gz"})
  void timeIsUp_restIsDoneByContinuations(String key) {
    String file = withBadLines(1, 700);
    store.putWithMetadata(key, key.endsWith("gz") ? gzip(file) : bytes(file), Map.of());
    service.handle(new ImportRequest(key, null), clock.instant().plusSeconds(1));
    assertThat(report(reportOf(key)).path("state").asString()).isEqualTo("running");
    int continuations = 0;
    while (!ownQueue.messages().isEmpty()) {
      List<String> bodies = ownQueue.bodies();
      ownQueue.clear();
      assertThat(bodies).hasSize(1);
      ImportRequest request = ImportRequests.parse(bodies.getFirst()).getFirst();
      service.handle(request, clock.instant().plusSeconds(1));
      continuations++;
    }
    assertThat(continuations).isBetween(3, 16);
    assertThat(ids()).isEqualTo(ids(1, 700));
    assertThat(counts(report(reportOf(key)))).containsExactly(770, 700, 70);
    assertThat(rejectedLines(reportOf(key))).hasSize(70).doesNotHaveDuplicates();
    assertThat(report(reportOf(key)).path("state").asString()).isEqualTo("complete");
  }

  @Test
  void continuationOfAnOlderUpload_isDropped() {
    store.putWithMetadata(KEY, bytes(lines(1, 100)), Map.of());
    service.handle(new ImportRequest(KEY, null), NOON);
    ImportRequest older = ImportRequests.parse(ownQueue.bodies().getFirst()).getFirst();
    store.putWithMetadata(KEY, bytes(lines(101, 103)), Map.of());
    changes.clear();
    service.handle(older, NEVER);
    assertThat(changes.messages()).isEmpty();
    importFile(KEY);
    assertThat(ids()).isEqualTo(ids(101, 103));
  }

  @Test
  void slowerOfTwoWorkers_stops() {
    store.putWithMetadata(KEY, bytes(lines(1, 700)), Map.of());
    ImportService second = service("second");
    RecordingPublisher interrupted = new RecordingPublisher();
    // The second worker is called while the first one hands over its third chunk.
    ImportService first =
        new ImportService(
            store,
            batch -> {
              interrupted.publish(batch);
              if (interrupted.messages().size() == 3) {
                second.handle(new ImportRequest(KEY, null), NEVER);
              }
            },
            warehouse,
            ownQueue,
            JSON,
            clock,
            () -> "first",
            Duration.ofSeconds(2));
    first.handle(new ImportRequest(KEY, null), NEVER);
    assertThat(interrupted.messages().size()).isLessThan(700 / 50);
    assertThat(ids()).endsWith("p-700");
    assertThat(counts(report(REPORT))).containsExactly(700, 700, 0);
    assertThat(report(REPORT).path("state").asString()).isEqualTo("complete");
  }

  @Test
  void report_isWrittenWhileTheFileIsRead() {
    store.putWithMetadata(KEY, bytes(lines(1, 1000)), Map.of());
    List<Integer> reported = new ArrayList<>();
    ImportService watched =
        new ImportService(
            store,
            batch -> reported.add(report(REPORT).path("lines").asInt()),
            warehouse,
            ownQueue,
            JSON,
            clock,
            () -> "worker",
            Duration.ofSeconds(2));
    watched.handle(new ImportRequest(KEY, null), NEVER);
    // 10 ms pass at each line, so that 2 s are 200 lines.
    assertThat(reported.stream().distinct().toList()).hasSizeBetween(5, 6).startsWith(0);
  }

  private ImportService service(String worker) {
    return new ImportService(
        store, changes, warehouse, ownQueue, JSON, clock, () -> worker, Duration.ofSeconds(2));
  }

  private void importFile(String key) {
    service.handle(new ImportRequest(key, null), NEVER);
  }

  private void tryImport(String key) {
    try {
      importFile(key);
    } catch (StorageException e) {
      // The queue would bring the message again.
    }
  }

  private void putMapping() {
    String mapping =
        """
        {"format":1,"fields":{"/id":{"from":"/nr","as":"text"},"/sku":{"from":"/nr","as":"text"},
         "/title/en":{"from":"/name"},"/category":{"constant":[]},"/stock":{"constant":1},
         "/updatedAt":{"as":"importTime"}}}""";
    store.putWithMetadata("import-mappings/m.json", bytes(mapping), Map.of());
  }

  private List<String> ids() {
    return changes.bodies().stream()
        .flatMap(body -> JSON.readBatch(body).stream())
        .map(Product::id)
        .toList();
  }

  private static List<String> ids(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> "p-" + i).toList();
  }

  private static String reportOf(String key) {
    return key.replaceFirst("imports/", "import-reports/") + ".json";
  }

  private JsonNode report(String key) {
    return MAPPER.readTree(store.get(key).orElseThrow().bytes());
  }

  private String reason(String reportKey) {
    assertThat(report(reportKey).path("state").asString()).isEqualTo("failed");
    return report(reportKey).path("reason").asString();
  }

  private static List<Integer> counts(JsonNode report) {
    return Stream.of("lines", "accepted", "rejected").map(n -> report.path(n).asInt()).toList();
  }

  private List<Integer> rejectedLines(String reportKey) {
    return report(reportKey)
        .path("rejectedFiles")
        .valueStream()
        .flatMap(part -> rejected(part.asString()).stream())
        .map(line -> line.path("line").asInt())
        .toList();
  }

  private List<JsonNode> rejected(String key) {
    String text = new String(store.get(key).orElseThrow().bytes(), StandardCharsets.UTF_8);
    return text.lines().map(MAPPER::readTree).toList();
  }

  private static String lines(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(ImportServiceTest::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** After each tenth line one that is no product. */
  private static String withBadLines(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> i % 10 == 0 ? line(i) + "\n{bad " + i : line(i))
        .collect(Collectors.joining("\n"));
  }

  private static String line(int number) {
    return """
        {"id":"p-%d","sku":"%d","title":{"en":"Mug"},"category":[],"stock":1,"updatedAt":"2026-11-24T12:00:00Z"}"""
        .formatted(number, number);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
      gzip.write(bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
