package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.endtoend.Api.Answer;
import com.aisle.storage.Condition;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageException;
import com.aisle.textindex.CatalogWriter;
import com.aisle.textindex.FencedException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Parts die, stall and get in each other's way; nothing is lost and the rest goes on. */
@ExtendWith(Cloud.Extension.class)
class FaultsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Cloud cloud;
  private final Shop shop;
  private @TempDir Path folder;

  FaultsIT(Cloud cloud) {
    this.cloud = cloud;
    this.shop = new Shop(cloud);
  }

  @BeforeEach
  void somethingIsIndexed() {
    add("faults-1", "Granite mortar");
  }

  @Test
  void writerThatDiesBetweenUploadAndSwap_leavesTheOldVersionWhole() {
    ObjectStore dying = failingAtPointer(store());
    try (CatalogWriter other = writer(dying, "dying")) {
      other.apply(List.of(product("dead-writer-1", "Marble mortar")));
      assertThatExceptionOfType(StorageException.class).isThrownBy(other::publish);
    }
    assertThat(cloud.api.product("dead-writer-1").status()).isEqualTo(404);
    assertThat(cloud.api.search("granite mortar").hitIds()).contains("faults-1");
    add("after-dead-writer", "Basalt mortar");
    assertThat(cloud.api.product("dead-writer-1").status()).isEqualTo(404);
  }

  @Test
  void secondWriter_isFencedOff_andNothingOfEitherIsLost() {
    try (CatalogWriter slow = writer(store(), "slow");
        CatalogWriter quick = writer(store(), "quick")) {
      slow.apply(List.of(product("fenced-slow", "Slate mortar")));
      quick.apply(List.of(product("fenced-quick", "Onyx mortar")));
      quick.publish();
      assertThatExceptionOfType(FencedException.class).isThrownBy(slow::publish);
    }
    // The deployed function's own writer is now behind, too: it must notice and go on from there.
    add("fenced-function", "Jade mortar");
    await().atMost(Shop.PATIENCE).until(() -> cloud.api.product("fenced-quick").status() == 200);
    assertThat(cloud.api.product("fenced-slow").status()).isEqualTo(404);
  }

  @Test
  void catalogKilledDuringAnImport_losesNothing() throws Exception {
    List<String> lines =
        IntStream.range(0, 300)
            .mapToObj(i -> Shop.document("kill-" + i, "Pewter tankard " + i, "9.00", 0))
            .toList();
    shop.upload(
        "tankards.jsonl",
        String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    await().atMost(Shop.PATIENCE).until(() -> cloud.api.search("pewter tankard").total() > 0);
    killFunction(cloud, "catalog");
    // The batch of a process that died comes again after the queue's visibility timeout.
    await("all 300 are found")
        .atMost(Shop.PATIENCE.multipliedBy(2))
        .until(() -> cloud.api.search("pewter tankard", "&filter=id%20EXISTS").total() >= 300);
  }

  @Test
  void vectorStoreAway_answersFromWords_andRecovers() {
    cloud.parts.stop("pinecone");
    try {
      Answer answer = cloud.api.search("granite mortar");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.degraded()).isTrue();
      assertThat(answer.hitIds()).contains("faults-1");
      assertThat(cloud.api.get("/v1/health").body().toString()).contains("away");
      shop.tell(Shop.document("while-away", "Quartz mortar", "9.00", 0));
    } finally {
      cloud.parts.start("pinecone");
    }
    await().atMost(Shop.PATIENCE).until(() -> !cloud.api.search("granite mortar").degraded());
    await("what was told meanwhile arrives")
        .atMost(Shop.PATIENCE)
        .until(() -> cloud.api.product("while-away").status() == 200);
  }

  @Test
  void slowVectorStore_isNotWaitedFor() throws Exception {
    faults(Map.of("latencyMillis", 2_000));
    try {
      Answer answer = cloud.api.search("granite mortar please");
      assertThat(answer.degraded()).isTrue();
      assertThat(answer.body().path("took").asDouble()).isLessThan(1_000);
      assertThat(answer.hitIds()).contains("faults-1");
    } finally {
      faults(Map.of("latencyMillis", 0));
    }
    await().atMost(Shop.PATIENCE).until(() -> !cloud.api.search("granite mortar").degraded());
  }

  @Test
  void endpointKilled_isDeployedAgain_andKeepsTheIndex() {
    cloud.parts.kill("aws");
    await("the stack is back")
        .atMost(Shop.PATIENCE)
        .ignoreExceptions()
        .until(() -> cloud.parts.outputs().isPresent() && bucketAnswers());
    await()
        .atMost(Shop.PATIENCE)
        .ignoreExceptions()
        .until(() -> cloud.api.search("granite mortar").hitIds().contains("faults-1"));
    add("after-endpoint", "Chalk mortar");
  }

  @Test
  void endpointsOwnDataPlane_givesTheGatewaysAnswers() throws Exception {
    for (String path :
        List.of(
            "/v1/products/faults-1",
            "/v1/products/nobody",
            "/v1/search?q=mortar&page=0",
            "/nope")) {
      Answer gateway = cloud.api.get(path);
      HttpResponse<String> endpoint =
          HTTP.send(
              HttpRequest.newBuilder(
                      cloud
                          .parts
                          .addresses()
                          .aws()
                          .resolve(
                              "/_aws/execute-api/" + cloud.output("ApiId") + "/$default" + path))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(endpoint.statusCode()).as(path).isEqualTo(gateway.status());
      assertThat(withoutRequestId(endpoint.body()))
          .as(path)
          .isEqualTo(withoutRequestId(gateway.response().body()));
    }
  }

  private static String withoutRequestId(String body) {
    return body.replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  private boolean bucketAnswers() {
    return cloud
        .s3
        .headBucket(request -> request.bucket(cloud.output("BucketName")))
        .sdkHttpResponse()
        .isSuccessful();
  }

  private void add(String id, String title) {
    if (cloud.api.product(id).status() == 200) {
      return;
    }
    shop.tell(Shop.document(id, title, "9.00", 0));
    await(id).atMost(Shop.PATIENCE).until(() -> cloud.api.product(id).status() == 200);
  }

  private ObjectStore store() {
    return new S3ObjectStore(cloud.s3, cloud.output("BucketName"));
  }

  private CatalogWriter writer(ObjectStore store, String name) {
    return CatalogWriter.open(
        store,
        "index/",
        folder.resolve(name),
        Clock.systemUTC(),
        () -> UUID.randomUUID().toString());
  }

  private static Product product(String id, String title) {
    return new Product(
        id,
        id,
        null,
        Map.of(CatalogLocale.ENGLISH, title),
        Map.of(),
        null,
        List.of("Test"),
        null,
        1,
        Map.of(),
        null,
        Instant.parse("2026-06-01T12:00:00Z"),
        false);
  }

  /**
   * A store that dies when the pointer is to be swapped: everything else has been written by then.
   */
  private static ObjectStore failingAtPointer(ObjectStore store) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            FaultsIT.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              boolean swap =
                  method.getName().equals("put")
                      && arguments[0].equals("index/CURRENT")
                      && !(arguments[2] instanceof Condition.None);
              if (swap) {
                throw new StorageException("died before the swap", null);
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private void faults(Map<String, Object> values) throws IOException, InterruptedException {
    URI target = cloud.parts.addresses().pinecone().resolve("/_faults");
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(target)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(values)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void killFunction(Cloud cloud, String name) throws Exception {
    URI status = cloud.parts.addresses().host().resolve("/status");
    String functions =
        HTTP.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    JSON.readTree(functions)
        .valueStream()
        .filter(function -> function.path("function").asString().endsWith(name))
        .flatMap(function -> function.path("processes").valueStream())
        .map(process -> process.path("pid").asLong())
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }
}
