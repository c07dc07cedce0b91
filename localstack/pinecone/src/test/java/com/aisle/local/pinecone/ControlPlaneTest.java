package com.aisle.local.pinecone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pinecone.clients.Pinecone;
import io.pinecone.exceptions.PineconeAlreadyExistsException;
import io.pinecone.exceptions.PineconeBadRequestException;
import io.pinecone.exceptions.PineconeForbiddenException;
import io.pinecone.exceptions.PineconeNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.db_control.client.model.IndexModel;

class ControlPlaneTest {

  @TempDir Path data;
  private PineconeServer server;
  private Pinecone client;

  @BeforeEach
  void start() throws IOException {
    server = PineconeServer.start(PineconeOptions.in(data));
    client = VendorClient.controlPlane(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private IndexModel create(String name) {
    return client.createServerlessIndex(
        name, "cosine", 3, "aws", "eu-west-1", "disabled", Map.of("team", "search"));
  }

  @Test
  void create_thenDescribe_tellsWhatWasAskedFor() {
    create("products");

    IndexModel index = client.describeIndex("products");

    assertThat(index.getName()).isEqualTo("products");
    assertThat(index.getDimension()).isEqualTo(3);
    assertThat(index.getMetric()).isEqualTo("cosine");
    assertThat(index.getVectorType()).isEqualTo("dense");
    assertThat(index.getHost()).isEqualTo("products@127.0.0.1:" + server.port());
    assertThat(index.getStatus().getReady()).isTrue();
    assertThat(index.getTags()).containsEntry("team", "search");
    assertThat(index.getSpec().getIndexModelServerless().getServerless().getRegion())
        .isEqualTo("eu-west-1");
  }

  @Test
  void list_namesEveryIndex() {
    create("one");
    create("two");

    assertThat(client.listIndexes().getIndexes())
        .extracting(IndexModel::getName)
        .isEqualTo(List.of("one", "two"));
  }

  @Test
  void create_twice_isRefused() {
    create("products");

    assertThatThrownBy(() -> create("products")).isInstanceOf(PineconeAlreadyExistsException.class);
  }

  @Test
  void create_badName_isRefused() {
    assertThatThrownBy(() -> create("My_Index"))
        .isInstanceOf(PineconeBadRequestException.class)
        .hasMessageContaining("Name must consist of");
  }

  @Test
  void configure_changesProtectionAndTags() {
    create("products");

    client.configureServerlessIndex(
        "products", "enabled", Map.of("team", "", "stage", "test"), null);

    assertThat(client.describeIndex("products").getTags()).isEqualTo(Map.of("stage", "test"));
    assertThatThrownBy(() -> client.deleteIndex("products"))
        .isInstanceOf(PineconeForbiddenException.class);
  }

  @Test
  void delete_removesTheIndexAndItsRecords() {
    create("products");
    VendorClient.index(client, "products").upsert("a", List.of(1f, 0f, 0f), "");
    client.deleteIndex("products");

    assertThatThrownBy(() -> client.describeIndex("products"))
        .isInstanceOf(PineconeNotFoundException.class);
    create("products");
    assertThat(VendorClient.index(client, "products").describeIndexStats().getTotalVectorCount())
        .isZero();
  }

  @Test
  void create_otherThanServerless_saysThatItIsMissing() throws Exception {
    HttpResponse<String> answer = post("/indexes", "{\"name\":\"p\",\"spec\":{\"pod\":{}}}");

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).contains("does not have an index that is not serverless");
  }

  @Test
  void inference_saysThatItIsMissing() throws Exception {
    HttpResponse<String> answer = post("/embed", "{}");

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).contains("does not have POST /embed");
  }

  @Test
  void brokenJson_isABadRequest() throws Exception {
    assertThat(post("/indexes", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void start_onAFolderInUse_saysSo() {
    assertThatThrownBy(() -> PineconeServer.start(PineconeOptions.in(data)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by another stand-in");
  }

  @Test
  void start_onAPortInUse_saysSo(@TempDir Path other) {
    assertThatThrownBy(
            () -> PineconeServer.start(PineconeOptions.in(other).withPort(server.port())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
