package com.aisle.local.pinecone;

import static com.aisle.local.pinecone.VendorClient.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Struct;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.SparseValues;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer must be the same whether a record is still recent or already in the segments. */
class NamespaceTest {

  private static final int DIMENSION = 8;

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final Faults faults = new Faults(new Faults.Settings(0, 0, 0, 0), clock, new Random(1));
  private Namespace namespace;

  private Namespace open(Metric metric) throws IOException {
    namespace = Namespace.open(folder, metric, faults);
    return namespace;
  }

  @AfterEach
  void close() throws IOException {
    namespace.close();
  }

  private void moveToSegments() throws IOException {
    now = now.plusSeconds(10);
    namespace.maintain();
  }

  private static Vector vector(Random random, String id, boolean dense, boolean sparse) {
    Vector.Builder vector = Vector.newBuilder().setId(id).setMetadata(metadata(random));
    for (int i = 0; dense && i < DIMENSION; i++) {
      vector.addValues((float) random.nextGaussian());
    }
    if (sparse) {
      vector.setSparseValues(sparse(random));
    }
    return vector.build();
  }

  /** Some indices are beyond the signed range. */
  private static SparseValues sparse(Random random) {
    SparseValues.Builder sparse = SparseValues.newBuilder();
    random
        .ints(5, 0, 60)
        .distinct()
        .forEach(i -> sparse.addIndices(i * 70_000_000).addValues(random.nextFloat() * 3));
    return sparse.build();
  }

  private static Struct metadata(Random random) {
    Map<String, Object> fields = new HashMap<>();
    if (random.nextInt(4) > 0) {
      fields.put("brand", "b" + random.nextInt(5));
    }
    if (random.nextInt(4) > 0) {
      fields.put("price", random.nextInt(20) - 10);
    }
    if (random.nextBoolean()) {
      fields.put("on sale.now", random.nextBoolean());
    }
    if (random.nextBoolean()) {
      fields.put("顏色", List.of("c" + random.nextInt(3), "c" + random.nextInt(3)));
    }
    return struct(fields);
  }

  private static Map<String, Object> randomFilter(Random random, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      List<Object> parts =
          List.of(randomFilter(random, depth - 1), randomFilter(random, depth - 1));
      return Map.of(random.nextBoolean() ? "$and" : "$or", parts);
    }
    String equality = List.of("$eq", "$ne").get(random.nextInt(2));
    String set = List.of("$in", "$nin").get(random.nextInt(2));
    String order = List.of("$gt", "$gte", "$lt", "$lte").get(random.nextInt(4));
    String key = List.of("brand", "price", "on sale.now", "顏色", "none").get(random.nextInt(5));
    return switch (random.nextInt(6)) {
      case 0 -> Map.of("brand", Map.of(equality, "b" + random.nextInt(6)));
      case 1 -> Map.of("price", Map.of(order, random.nextInt(20) - 10));
      case 2 -> Map.of("on sale.now", Map.of(equality, random.nextBoolean()));
      case 3 -> Map.of("顏色", Map.of(set, List.of("c" + random.nextInt(4), "c0")));
      case 4 -> Map.of(key, Map.of("$exists", random.nextBoolean()));
      default -> Map.of("price", Map.of(set, List.of(random.nextInt(20) - 10, 0, -0.0)));
    };
  }

  @Test
  void filters_agreeInMemoryAndInSegments() throws IOException {
    long seed = 42;
    Random random = new Random(seed);
    open(Metric.COSINE);
    Map<String, Vector> all = upsertRandom(random, 300, true, false);
    List<Struct> filters =
        IntStream.range(0, 300).mapToObj(i -> struct(randomFilter(random, 3))).toList();
    List<Set<String>> recent = new ArrayList<>();
    for (Struct filter : filters) {
      recent.add(new HashSet<>(namespace.ids(MetadataFilterParser.parse(filter))));
    }
    moveToSegments();

    int matches = 0;
    for (int i = 0; i < filters.size(); i++) {
      MetadataFilter filter = MetadataFilterParser.parse(filters.get(i));
      assertThat(new HashSet<>(namespace.ids(filter)))
          .as("seed %d, filter %s", seed, filters.get(i))
          .isEqualTo(recent.get(i));
      assertThat(namespace.count(filter)).isEqualTo(recent.get(i).size());
      matches += recent.get(i).size();
    }
    assertThat(matches).isBetween(300, 300 * all.size());
  }

  private Map<String, Vector> upsertRandom(Random random, int count, boolean dense, boolean sparse)
      throws IOException {
    Map<String, Vector> written = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      Vector vector = vector(random, "r" + i, dense, sparse);
      written.put(vector.getId(), vector);
    }
    write(written.values().toArray(Vector[]::new));
    return written;
  }

  private void write(Vector... vectors) throws IOException {
    namespace.write(
        new Mutation.Upsert(UpsertRequest.newBuilder().addAllVectors(List.of(vectors)).build()));
  }

  @Test
  void nearest_isWhatAScanFinds_forEveryMetric() throws IOException {
    for (Metric metric : Metric.values()) {
      try (Namespace opened = Namespace.open(folder.resolve(metric.name()), metric, faults)) {
        namespace = opened;
        compareWithAScan(metric, true, false);
      }
    }
    open(Metric.COSINE);
  }

  @Test
  void nearest_sparseAlone_isExact() throws IOException {
    open(Metric.DOT_PRODUCT);
    compareWithAScan(Metric.DOT_PRODUCT, false, true);
  }

  @Test
  void nearest_denseAndSparse_addsBothUp() throws IOException {
    open(Metric.DOT_PRODUCT);
    compareWithAScan(Metric.DOT_PRODUCT, true, true);
  }

  private void compareWithAScan(Metric metric, boolean dense, boolean sparse) throws IOException {
    long seed = 7;
    Random random = new Random(seed);
    Map<String, Vector> all = upsertRandom(random, 400, dense, sparse);
    moveToSegments();
    for (int i = 0; i < 60; i++) {
      Vector again = vector(random, "r" + random.nextInt(450), dense, sparse);
      all.put(again.getId(), again);
      write(again);
    }
    for (int i = 0; i < 40; i++) {
      Vector query = vector(random, "query", dense, sparse);
      Struct filter = i % 2 == 0 ? Struct.getDefaultInstance() : struct(randomFilter(random, 1));
      Map<String, Float> expected = scan(all, query, metric, filter, 10);
      Map<String, Float> actual = nearest(query, filter, 10);
      assertThat(actual.keySet())
          .as("seed %d, metric %s, filter %s", seed, metric, filter)
          .isEqualTo(expected.keySet());
      actual.forEach(
          (id, score) ->
              assertThat(score)
                  .isCloseTo(expected.get(id), within(Math.abs(score) * 1e-5f + 1e-5f)));
    }
  }

  private Map<String, Float> nearest(Vector query, Struct filter, int limit) throws IOException {
    StoredVector stored = StoredVector.of(query);
    NearestQuery nearest =
        new NearestQuery(
            stored.values(), stored.sparse(), MetadataFilterParser.parse(filter), limit);
    Map<String, Float> found = new HashMap<>();
    namespace.nearest(nearest, hit -> found.put(hit.id(), hit.score()));
    return found;
  }

  private static Map<String, Float> scan(
      Map<String, Vector> all, Vector query, Metric metric, Struct filter, int limit) {
    MetadataFilter condition = MetadataFilterParser.parse(filter);
    Map<String, Float> scores = new HashMap<>();
    for (Vector each : all.values()) {
      if (condition.matches(each.getMetadata()) && reachable(query, each)) {
        scores.put(each.getId(), bruteScore(query, each, metric));
      }
    }
    Comparator<Map.Entry<String, Float>> byScore = Map.Entry.comparingByValue();
    Map<String, Float> best = new HashMap<>();
    scores.entrySet().stream()
        .sorted(metric == Metric.EUCLIDEAN ? byScore : byScore.reversed())
        .limit(limit)
        .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
    return best;
  }

  private static boolean reachable(Vector query, Vector other) {
    Set<Integer> shared = new HashSet<>(query.getSparseValues().getIndicesList());
    shared.retainAll(other.getSparseValues().getIndicesList());
    return query.getValuesCount() > 0 || !shared.isEmpty();
  }

  private static float bruteScore(Vector query, Vector other, Metric metric) {
    double dot = 0;
    double squares = 0;
    for (int i = 0; i < query.getValuesCount(); i++) {
      dot += query.getValues(i) * other.getValues(i);
      squares += Math.pow(query.getValues(i) - other.getValues(i), 2);
    }
    Map<Integer, Float> weights = new HashMap<>();
    for (int i = 0; i < other.getSparseValues().getIndicesCount(); i++) {
      weights.put(other.getSparseValues().getIndices(i), other.getSparseValues().getValues(i));
    }
    for (int i = 0; i < query.getSparseValues().getIndicesCount(); i++) {
      dot +=
          query.getSparseValues().getValues(i)
              * weights.getOrDefault(query.getSparseValues().getIndices(i), 0f);
    }
    return switch (metric) {
      case DOT_PRODUCT -> (float) dot;
      case EUCLIDEAN -> (float) squares;
      case COSINE ->
          VectorUtil.cosine(
              StoredVector.toArray(query.getValuesList()),
              StoredVector.toArray(other.getValuesList()));
    };
  }

  @Test
  void randomWrites_surviveReopeningAtAnyMoment() throws IOException {
    long seed = 3;
    Random random = new Random(seed);
    open(Metric.COSINE);
    Map<String, Vector> expected = new TreeMap<>();
    for (int step = 0; step < 400; step++) {
      randomWrite(random, expected);
      if (random.nextInt(40) == 0) {
        moveToSegments();
      }
      if (random.nextInt(40) == 0) {
        namespace.close();
        open(Metric.COSINE);
      }
      if (step % 20 == 0) {
        assertThat(contents()).as("seed %d, step %d", seed, step).isEqualTo(expected);
      }
    }
    assertThat(namespace.ids("", "", 1_000)).isEqualTo(new ArrayList<>(expected.keySet()));
    assertThat(namespace.count(MetadataFilter.ALL)).isEqualTo(expected.size()).isPositive();
  }

  private void randomWrite(Random random, Map<String, Vector> expected) throws IOException {
    String id = "r" + random.nextInt(50);
    switch (random.nextInt(6)) {
      case 0 -> {
        namespace.write(new Mutation.Delete(DeleteRequest.newBuilder().addIds(id).build()));
        expected.remove(id);
      }
      case 1 -> {
        Struct filter = struct(Map.of("brand", "b1", "price", Map.of("$lt", -5)));
        namespace.write(new Mutation.Delete(DeleteRequest.newBuilder().setFilter(filter).build()));
        MetadataFilter condition = MetadataFilterParser.parse(filter);
        expected.values().removeIf(vector -> condition.matches(vector.getMetadata()));
      }
      case 2 -> {
        Struct change = struct(Map.of("price", random.nextInt(100)));
        namespace.write(
            new Mutation.Update(
                UpdateRequest.newBuilder().setId(id).setSetMetadata(change).build()));
        expected.computeIfPresent(
            id,
            (key, vector) -> {
              Vector.Builder changed = vector.toBuilder();
              changed.getMetadataBuilder().putAllFields(change.getFieldsMap());
              return changed.build();
            });
      }
      default -> {
        Vector vector = vector(random, id, true, false);
        write(vector);
        expected.put(id, vector);
      }
    }
  }

  private Map<String, Vector> contents() throws IOException {
    Map<String, Vector> contents = new TreeMap<>();
    namespace
        .find(namespace.ids(MetadataFilter.ALL))
        .forEach((id, vector) -> contents.put(id, vector.message()));
    return contents;
  }

  @Test
  void write_isInvisibleUntilItsDelayIsOver() throws IOException {
    open(Metric.COSINE);
    faults.change(new Faults.Settings(500, 0, 0, 0));
    write(vector(new Random(1), "late", true, false));

    now = now.plusMillis(499);
    assertThat(namespace.find(List.of("late"))).isEmpty();

    now = now.plusMillis(1);
    assertThat(namespace.find(List.of("late"))).containsOnlyKeys("late");
  }

  @Test
  void reopening_ignoresAnEntryThatWasCutShort() throws IOException {
    open(Metric.COSINE);
    write(vector(new Random(1), "whole", true, false));
    write(vector(new Random(2), "torn", true, false));
    namespace.close();
    Path log;
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      log = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, java.util.Arrays.copyOf(bytes, bytes.length - 3));

    open(Metric.COSINE);
    write(vector(new Random(3), "after", true, false));
    namespace.close();
    open(Metric.COSINE);

    assertThat(contents()).containsOnlyKeys("whole", "after");
  }

  @Test
  void moving_dropsTheLogsThatAreNoLongerNeeded() throws IOException {
    open(Metric.COSINE);
    for (int i = 0; i < 5; i++) {
      upsertRandom(new Random(i), 50, true, false);
      moveToSegments();
    }

    try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
      assertThat(logs).singleElement().satisfies(log -> assertThat(log).isEmptyFile());
    }
  }
}
