package com.aisle.local.pinecone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pinecone.clients.Index;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

  @TempDir Path data;
  private PineconeServer server;
  private Index index;

  @BeforeEach
  void start() throws Exception {
    server = PineconeServer.start(PineconeOptions.in(data));
    index =
        VendorClient.createIndex(VendorClient.controlPlane(server.port()), "products", "cosine", 2);
    index.upsert("a", List.of(1f, 0f), "");
  }

  @AfterEach
  void stop() {
    index.close();
    server.close();
  }

  @Test
  void failRate_one_failsEveryCallUntilItIsTakenBack() throws Exception {
    assertThat(post("{\"failRate\":1}").statusCode()).isEqualTo(200);

    assertThatThrownBy(() -> index.list(""))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));

    post("{\"failRate\":0}");
    assertThat(index.list("").getVectorsCount()).isEqualTo(1);
  }

  @Test
  void failNext_failsThatManyCalls() throws Exception {
    post("{\"failNext\":2}");

    assertThatThrownBy(() -> index.list("")).isInstanceOf(StatusRuntimeException.class);
    assertThatThrownBy(() -> index.list("")).isInstanceOf(StatusRuntimeException.class);
    assertThat(index.list("").getVectorsCount()).isEqualTo(1);
  }

  @Test
  void latency_holdsCallsBack() throws Exception {
    post("{\"latencyMillis\":300}");
    long start = System.nanoTime();

    index.list("");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void visibilityDelay_hidesAWriteForAWhile() throws Exception {
    post("{\"visibilityDelayMillis\":60000}");
    index.upsert("b", List.of(0f, 1f), "");
    assertThat(index.fetch(List.of("b"), "").getVectorsMap()).isEmpty();

    post("{\"visibilityDelayMillis\":100}");
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(index.fetch(List.of("b"), "").getVectorsMap()).containsKey("b"));
  }

  @Test
  void change_leavesTheOtherSettings() throws Exception {
    post("{\"latencyMillis\":1}");

    assertThat(post("{\"failRate\":0.0}").body())
        .isEqualTo(
            "{\"visibilityDelayMillis\":0,\"failRate\":0.0,\"latencyMillis\":1,\"failNext\":0}");
  }

  @Test
  void change_outOfRangeOrUnknown_isRefused() throws Exception {
    assertThat(post("{\"failRate\":2}").statusCode()).isEqualTo(400);
    assertThat(post("{\"latencyMillis\":-1}").statusCode()).isEqualTo(400);
    assertThat(post("{\"fail_rate\":1}").body()).contains("unknown field 'fail_rate'");
  }

  @Test
  void health_isAnsweredWhateverTheFaults() throws Exception {
    post("{\"failRate\":1,\"latencyMillis\":60000}");

    HttpRequest request = HttpRequest.newBuilder(uri("/_health")).build();
    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri("/_faults"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
