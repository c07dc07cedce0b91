package com.aisle.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.catalog.filter.Filter;
import com.aisle.local.pinecone.PineconeOptions;
import com.aisle.local.pinecone.PineconeServer;
import com.aisle.vectors.VectorStoreException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter and Pinecone's own client, against the stand-in. */
class PineconeVectorStoreTest extends VectorStoreContract {

  private static final float[] X = {1, 0, 0};
  private static final Duration PATIENT = Duration.ofSeconds(60);

  @TempDir private static Path data;
  private static PineconeServer server;

  private final AtomicInteger keysRead = new AtomicInteger();
  private final PineconeVectorStore store =
      new PineconeVectorStore(config(server.port()), () -> "key-" + keysRead.incrementAndGet());

  @BeforeAll
  static void start() throws IOException {
    server = PineconeServer.start(PineconeOptions.in(data));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void closeAndHeal() {
    setFaults("{\"visibilityDelayMillis\":0,\"failRate\":0,\"latencyMillis\":0,\"failNext\":0}");
    store.close();
  }

  private static VectorsConfig config(int port) {
    return VectorsConfig.from(
        Map.of(
            "AISLE_PINECONE_HOST",
            "http://127.0.0.1:" + port,
            // No test waits for these, and a cold process on a busy machine is slow.
            "AISLE_PINECONE_WRITE_DEADLINE_MILLIS",
            "60000",
            "AISLE_PINECONE_READ_DEADLINE_MILLIS",
            "60000"));
  }

  @Override
  VectorStore store() {
    return store;
  }

  @Override
  void slowDown(Duration latency) {
    setFaults("{\"latencyMillis\":%d}".formatted(latency.toMillis()));
  }

  @Override
  void takeAway() {
    setFaults("{\"failRate\":1}");
  }

  private static void setFaults(String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/_faults"))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Space newSpace(String name) {
    Space space = new Space(name, 3);
    store.ensure(space);
    return space;
  }

  @Test
  void writesAndFetches_areTriedAgain() {
    Space space = newSpace("flaky");
    setFaults("{\"failNext\":3}");
    store.upsert(space, List.of(new VectorRecord("a", X, Map.of())));
    setFaults("{\"failNext\":3}");
    store.patch(space, "a", Map.of("price", 1.0));
    setFaults("{\"failNext\":3}");

    assertThat(store.fetch(space, List.of("a")).get("a").metadata())
        .isEqualTo(Map.of("price", 1.0));
  }

  @Test
  void largeWrites_areTriedAgain() {
    Space space = newSpace("flaky-and-large");
    String large = "x".repeat(19_000);
    List<VectorRecord> records =
        IntStream.range(0, 100)
            .mapToObj(i -> new VectorRecord("r" + i, X, Map.of("t", large)))
            .toList();
    setFaults("{\"failNext\":3}");

    store.upsert(space, records);

    assertThat(store.stats(space).vectors()).isEqualTo(100);
  }

  @Test
  void nearest_isTriedOnce() {
    Space space = newSpace("impatient");
    store.upsert(space, List.of(new VectorRecord("a", X, Map.of())));
    setFaults("{\"failNext\":1}");

    assertThatThrownBy(() -> store.nearest(space, X, 1, Filter.all(), PATIENT))
        .isInstanceOf(VectorStoreException.class);
    assertThat(store.nearest(space, X, 1, Filter.all(), PATIENT)).hasSize(1);
  }

  @Test
  void hostsAndKeys_areLookedUpOnce() {
    Space space = newSpace("remembered");
    store.stats(space);
    int keysReadFirst = keysRead.get();
    for (int i = 0; i < 10; i++) {
      store.stats(space);
    }

    assertThat(keysRead).hasValue(keysReadFirst);
  }

  @Test
  void disconnect_isFollowedByNewConnections() {
    Space space = newSpace("snapshot");
    store.upsert(space, List.of(new VectorRecord("a", X, Map.of())));
    int keysReadBefore = keysRead.get();

    store.disconnect();

    assertThat(store.fetch(space, List.of("a"))).containsKey("a");
    assertThat(keysRead.get()).isGreaterThan(keysReadBefore);
  }

  @Test
  void twoStores_onIndexesOfTheSameName_areKeptApart(@TempDir Path other) throws IOException {
    Space space = newSpace("twin");
    store.upsert(space, List.of(new VectorRecord("here", X, Map.of())));
    try (PineconeServer second = PineconeServer.start(PineconeOptions.in(other));
        PineconeVectorStore away = new PineconeVectorStore(config(second.port()), () -> "key")) {
      away.ensure(space);
      away.upsert(space, List.of(new VectorRecord("there", X, Map.of())));

      assertThat(away.fetch(space, List.of("here", "there"))).containsOnlyKeys("there");
    }
    assertThat(store.fetch(space, List.of("here", "there"))).containsOnlyKeys("here");
  }

  @Test
  void restartedService_isFoundAgain(@TempDir Path other) throws IOException {
    PineconeServer first = PineconeServer.start(PineconeOptions.in(other));
    int port = first.port();
    Space space = new Space("restarted", 3);
    try (PineconeVectorStore away = new PineconeVectorStore(config(port), () -> "key")) {
      away.ensure(space);
      away.upsert(space, List.of(new VectorRecord("a", X, Map.of())));
      first.close();
      assertThatThrownBy(() -> away.nearest(space, X, 1, Filter.all(), Duration.ofMillis(500)))
          .isInstanceOf(VectorStoreException.class);

      try (PineconeServer again = PineconeServer.start(PineconeOptions.in(other).withPort(port))) {
        Awaitility.await()
            .ignoreExceptionsInstanceOf(VectorStoreException.class)
            .untilAsserted(
                () ->
                    assertThat(away.nearest(space, X, 1, Filter.all(), PATIENT))
                        .extracting(Neighbour::id)
                        .containsExactly("a"));
        assertThat(again.port()).isEqualTo(port);
      }
    }
  }

  @Test
  void nearest_whenTheServiceIsABlackHole_isUnavailableInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        PineconeVectorStore lost =
            new PineconeVectorStore(config(silent.getLocalPort()), () -> "key")) {
      long start = System.nanoTime();

      assertThatThrownBy(
              () -> lost.nearest(new Space("lost", 3), X, 1, Filter.all(), Duration.ofMillis(150)))
          .isInstanceOfSatisfying(
              VectorStoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void ensure_otherDimension_isRejected() {
    newSpace("three");

    assertThatThrownBy(() -> store.ensure(new Space("three", 4)))
        .isInstanceOf(VectorStoreException.class)
        .hasMessageContaining("has dimension 3 and metric cosine, wanted are 4 and cosine");
  }

  @Test
  void metadata_beyondTheLimit_isRejected() {
    Space space = newSpace("limits");
    Map<String, Object> tooLarge = Map.of("text", "x".repeat(41_000));

    assertThatThrownBy(() -> store.upsert(space, List.of(new VectorRecord("a", X, tooLarge))))
        .isInstanceOfSatisfying(
            VectorStoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED));
  }
}
