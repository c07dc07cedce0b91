package com.aisle.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterParser;
import com.aisle.vectors.VectorStoreException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every vector store promises. Each test has a space of its own. */
abstract class VectorStoreContract {

  private static final AtomicInteger SPACES = new AtomicInteger();
  private static final Duration PATIENT = Duration.ofSeconds(60);
  private static final float[] X = {1, 0, 0};

  private final Space space = new Space("contract-" + SPACES.incrementAndGet(), 3);

  abstract VectorStore store();

  /** Makes answers of nearest take this long. */
  abstract void slowDown(Duration latency);

  /** Makes every call fail as if the store were away. */
  abstract void takeAway();

  @BeforeEach
  void createSpace() {
    store().ensure(space);
  }

  private static VectorRecord shopRecord(String id, float[] vector, Map<String, Object> metadata) {
    return new VectorRecord(id, vector, metadata);
  }

  private List<String> idsNearest(Filter filter) {
    return store().nearest(space, X, 100, filter, PATIENT).stream().map(Neighbour::id).toList();
  }

  private void writeAndAwait(VectorRecord... records) {
    store().upsert(space, List.of(records));
    Set<String> ids = List.of(records).stream().map(VectorRecord::id).collect(Collectors.toSet());
    Awaitility.await()
        .untilAsserted(() -> assertThat(store().fetch(space, ids).keySet()).isEqualTo(ids));
  }

  private void writeTheShop() {
    writeAndAwait(
        shopRecord(
            "cap",
            new float[] {1, 0, 0},
            Map.of(
                "brand",
                "Acme",
                "price",
                12.5,
                "stock",
                3.0,
                "category",
                "Wear > Hats",
                "categoryPaths",
                List.of("Wear", "Wear > Hats"),
                "attributes.product colour",
                List.of("black", "red"),
                "attributes.washable",
                true,
                "deleted",
                false)),
        shopRecord(
            "kettle",
            new float[] {0.6f, 0.8f, 0},
            Map.of(
                "brand",
                "大同",
                "price",
                30.0,
                "stock",
                0.0,
                "category",
                "Home > Kitchen",
                "categoryPaths",
                List.of("Home", "Home > Kitchen"),
                "attributes.width",
                33.6,
                "group",
                "k",
                "deleted",
                false)),
        shopRecord("bare", new float[] {0, 0, 1}, Map.of()),
        shopRecord("gone", new float[] {1, 0, 0}, Map.of("brand", "Acme", "deleted", true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''                                              ; cap kettle bare
          brand = Acme                                    ; cap
          brand != Acme                                   ; kettle bare
          brand = "大同"                                  ; kettle
          brand IN [Acme, "大同"]                         ; cap kettle
          NOT brand IN [Acme, "大同"]                     ; bare
          price < 30                                      ; cap
          price <= 30                                     ; cap kettle
          price > 12.5                                    ; kettle
          price >= 12.5                                   ; cap kettle
          NOT price < 30                                  ; kettle bare
          NOT price >= 30                                 ; cap bare
          NOT (price > 20 AND price < 40)                 ; cap bare
          stock = 0                                       ; kettle
          stock != 0                                      ; cap bare
          group EXISTS                                    ; kettle
          NOT group EXISTS                                ; cap bare
          category = "Wear > Hats"                        ; cap
          category = "Wear"                               ; ''
          category UNDER "Wear"                           ; cap
          category UNDER "Home > Kitchen"                 ; kettle
          NOT category UNDER "Home"                       ; cap bare
          "attributes.product colour" = red               ; cap
          "attributes.product colour" != red              ; kettle bare
          "attributes.product colour" IN [blue, black]    ; cap
          attributes.washable = true                      ; cap
          NOT attributes.washable = true                  ; kettle bare
          attributes.width = 33.6                         ; kettle
          attributes.width > 30 AND attributes.width < 40 ; kettle
          brand = Acme OR price > 20                      ; cap kettle
          NOT (brand = Acme OR price > 20)                ; bare
          NOT (brand = Acme AND price > 20)               ; cap kettle bare
          NOT NOT brand = Acme                            ; cap
          """)
  void nearest_keepsWhatFulfilsTheFilter(String filter, String expected) {
    writeTheShop();

    List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
    assertThat(idsNearest(FilterParser.parse(filter))).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void nearest_constantFilters() {
    writeTheShop();
    Filter never = new Filter.Or(List.of());

    assertThat(idsNearest(never)).isEmpty();
    assertThat(idsNearest(new Filter.Not(never))).hasSize(3);
    assertThat(idsNearest(new Filter.Not(Filter.all()))).isEmpty();
    assertThat(idsNearest(new Filter.In(FilterField.BRAND, List.of()))).isEmpty();
    assertThat(idsNearest(new Filter.Not(new Filter.In(FilterField.BRAND, List.of())))).hasSize(3);
    assertThat(idsNearest(new Filter.Or(List.of(never, Filter.all())))).hasSize(3);
    assertThat(idsNearest(new Filter.Range(FilterField.PRICE, null, false, null, false)))
        .containsExactlyInAnyOrder("cap", "kettle");
  }

  @Test
  void nearest_isOrderedByCosine() {
    writeAndAwait(
        shopRecord("same", new float[] {1, 0, 0}, Map.of()),
        shopRecord("near", new float[] {0.8f, 0.6f, 0}, Map.of()),
        shopRecord("opposite", new float[] {-1, 0, 0}, Map.of()));

    List<Neighbour> all = store().nearest(space, X, 10, Filter.all(), PATIENT);

    assertThat(all).extracting(Neighbour::id).containsExactly("same", "near", "opposite");
    assertThat(all.get(0).score()).isCloseTo(1, within(1e-5f)).isLessThanOrEqualTo(1);
    assertThat(all.get(1).score()).isCloseTo(0.8f, within(1e-5f));
    assertThat(all.get(2).score()).isCloseTo(-1, within(1e-5f)).isGreaterThanOrEqualTo(-1);
  }

  @Test
  void nearest_findsTheNearestOfMany() {
    long seed = 11;
    Random random = new Random(seed);
    VectorRecord[] records =
        IntStream.range(0, 500)
            .mapToObj(i -> shopRecord("r" + i, unit(random), Map.of("stock", (double) (i % 7))))
            .toArray(VectorRecord[]::new);
    writeAndAwait(records);

    List<String> expected =
        List.of(records).stream()
            .filter(each -> (double) each.metadata().get("stock") > 4)
            .sorted((a, b) -> Float.compare(b.vector()[0], a.vector()[0]))
            .limit(10)
            .map(VectorRecord::id)
            .toList();

    List<Neighbour> found = store().nearest(space, X, 10, FilterParser.parse("stock > 4"), PATIENT);
    assertThat(found).as("seed %d", seed).extracting(Neighbour::id).isEqualTo(expected);
  }

  private static float[] unit(Random random) {
    double[] values = random.doubles(3, -1, 1).toArray();
    double length = Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> values[i] * values[i]).sum());
    return new float[] {
      (float) (values[0] / length), (float) (values[1] / length), (float) (values[2] / length)
    };
  }

  @Test
  void fetch_returnsWhatWasWritten() {
    Map<String, Object> metadata =
        Map.of("text", "日本語 😀", "number", -0.5, "flag", true, "顏色 a.b", List.of("紅", "blue"));
    writeAndAwait(shopRecord("product 😀/1", new float[] {0.6f, 0.8f, 0}, metadata));

    Map<String, VectorRecord> found = store().fetch(space, List.of("product 😀/1", "unknown"));

    assertThat(found).containsOnlyKeys("product 😀/1");
    assertThat(found.get("product 😀/1").vector()).containsExactly(0.6f, 0.8f, 0);
    assertThat(found.get("product 😀/1").metadata()).isEqualTo(metadata);
  }

  @Test
  void fetch_ofNothing_isEmpty() {
    assertThat(store().fetch(space, List.of())).isEmpty();
  }

  @Test
  void upsert_replacesTheWholeRecord() {
    writeAndAwait(shopRecord("a", X, Map.of("old", true)));
    store().upsert(space, List.of(shopRecord("a", new float[] {0, 1, 0}, Map.of("new", true))));

    Awaitility.await()
        .untilAsserted(
            () -> {
              VectorRecord found = fetchOne("a");
              assertThat(found.metadata()).isEqualTo(Map.of("new", true));
              assertThat(found.vector()).containsExactly(0, 1, 0);
            });
  }

  private VectorRecord fetchOne(String id) {
    Map<String, VectorRecord> found = store().fetch(space, List.of(id));
    assertThat(found).containsKey(id);
    return found.get(id);
  }

  @Test
  void upsert_ofNothing_doesNothing() {
    store().upsert(space, List.of());

    assertThat(store().stats(space).vectors()).isZero();
  }

  @Test
  void writes_ofAnyNumberAndSize_areSentInBatches() {
    String large = "x".repeat(2_000);
    List<VectorRecord> records =
        IntStream.range(0, 2_300)
            .mapToObj(i -> shopRecord("r" + i, X, Map.of("t", large)))
            .toList();
    List<String> ids = records.stream().map(VectorRecord::id).toList();

    store().upsert(space, records);
    Awaitility.await()
        .untilAsserted(() -> assertThat(store().fetch(space, ids)).hasSize(records.size()));
    assertThat(store().stats(space).vectors()).isEqualTo(records.size());

    store().delete(space, ids);
    Awaitility.await().untilAsserted(() -> assertThat(store().stats(space).vectors()).isZero());
  }

  @Test
  void patch_setsFieldsAndLeavesTheOthers() {
    writeAndAwait(shopRecord("a", X, Map.of("price", 1.0, "brand", "Acme")));
    store().patch(space, "a", Map.of("price", 2.0, "stock", 5.0));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(fetchOne("a").metadata())
                    .isEqualTo(Map.of("price", 2.0, "stock", 5.0, "brand", "Acme")));
    assertThat(fetchOne("a").vector()).containsExactly(X);
  }

  @Test
  void patch_deleted_hidesTheRecordFromNearest() {
    writeAndAwait(shopRecord("a", X, Map.of()), shopRecord("b", X, Map.of()));
    store().patch(space, "a", Map.of("deleted", true));

    Awaitility.await()
        .untilAsserted(() -> assertThat(idsNearest(Filter.all())).containsExactly("b"));
    assertThat(fetchOne("a").metadata()).containsEntry("deleted", true);
  }

  @Test
  void patchAndDelete_ofUnknownIds_doNothing() {
    store().patch(space, "unknown", Map.of("price", 2.0));
    store().delete(space, List.of("unknown"));
    store().delete(space, List.of());

    assertThat(store().stats(space).vectors()).isZero();
    assertThat(store().fetch(space, List.of("unknown"))).isEmpty();
  }

  @Test
  void ensure_ofAnExistingSpace_keepsItsRecords() {
    writeAndAwait(shopRecord("a", X, Map.of()));

    store().ensure(space);

    assertThat(idsNearest(Filter.all())).containsExactly("a");
  }

  @Test
  void everyCall_onAnUnknownSpace_saysSo() {
    Space unknown = new Space("unknown-space", 3);
    VectorRecord any = shopRecord("a", X, Map.of());
    List<ThrowingCallable> calls = new ArrayList<>();
    calls.add(() -> store().upsert(unknown, List.of(any)));
    calls.add(() -> store().patch(unknown, "a", Map.of("price", 1.0)));
    calls.add(() -> store().delete(unknown, List.of("a")));
    calls.add(() -> store().nearest(unknown, X, 1, Filter.all(), PATIENT));
    calls.add(() -> store().fetch(unknown, List.of("a")));
    calls.add(() -> store().stats(unknown));

    calls.forEach(call -> failsWith(Kind.NO_SUCH_SPACE, call));
  }

  @Test
  void wrongDimension_isRejected() {
    float[] short2 = {1, 0};

    failsWith(
        Kind.REJECTED, () -> store().upsert(space, List.of(shopRecord("a", short2, Map.of()))));
    failsWith(Kind.REJECTED, () -> store().nearest(space, short2, 1, Filter.all(), PATIENT));
  }

  @Test
  void nearest_laterThanItsDeadline_isUnavailableInTime() {
    writeAndAwait(shopRecord("a", X, Map.of()));
    idsNearest(Filter.all());
    slowDown(Duration.ofSeconds(5));

    long start = System.nanoTime();
    failsWith(
        Kind.UNAVAILABLE, () -> store().nearest(space, X, 1, Filter.all(), Duration.ofMillis(150)));
    // Generous, as the machine may be busy; the call itself is over within a few milliseconds.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void store_away_isUnavailable() {
    writeAndAwait(shopRecord("a", X, Map.of()));
    takeAway();

    failsWith(Kind.UNAVAILABLE, () -> idsNearest(Filter.all()));
    failsWith(Kind.UNAVAILABLE, () -> store().upsert(space, List.of(shopRecord("b", X, Map.of()))));
    failsWith(Kind.UNAVAILABLE, () -> store().fetch(space, List.of("a")));
  }

  private static void failsWith(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            VectorStoreException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void metadata_isCopied() {
    Map<String, Object> metadata = new HashMap<>(Map.of("price", 1.0));
    writeAndAwait(shopRecord("a", X, metadata));
    metadata.put("price", 2.0);

    assertThat(fetchOne("a").metadata()).isEqualTo(Map.of("price", 1.0));
  }
}
