package com.aisle.search;

import com.aisle.catalog.Product;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.testing.HashEmbedder;
import com.aisle.events.Pseudonyms;
import com.aisle.events.ShopCalendar;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.textindex.CatalogWriter;
import com.aisle.textindex.MirrorConfig;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The search function among fakes, and an index written by the real writer. */
final class Shop implements AutoCloseable {

  static final SearchConfig CONFIG = config(Map.of());

  final SettableTime time = new SettableTime();
  final InMemoryObjectStore objects = new InMemoryObjectStore(time);
  final FakeVectorStore vectors = new FakeVectorStore();
  final Embedders embedders = HashEmbedder.embedders();
  final RecordingPublisher warehouse = new RecordingPublisher();
  final SearchRecords records =
      new SearchRecords(
          warehouse,
          () -> new Pseudonyms("a key for tests only"),
          new ShopCalendar(ZoneId.of("Asia/Taipei")),
          time);
  final SearchFunction function;
  private final Path folder;

  static SearchConfig config(Map<String, String> env) {
    Map<String, String> all = new HashMap<>(env);
    all.put("AISLE_PINECONE_API_KEY_SECRET", "none");
    return SearchConfig.from(all);
  }

  Shop(Path folder) {
    this(folder, store -> store);
  }

  Shop(Path folder, UnaryOperator<ObjectStore> store) {
    this.folder = folder;
    this.function =
        new SearchFunction(
            ports(store.apply(objects)),
            CONFIG,
            new MirrorConfig(Duration.ZERO, Duration.ZERO),
            folder.resolve("mirror"));
  }

  Ports ports(ObjectStore store) {
    return new Ports(store, () -> vectors, embedders, time, time, () -> "query-1");
  }

  Ports ports() {
    return ports(objects);
  }

  void publish(List<Product> products) {
    try (CatalogWriter writer =
        CatalogWriter.open(
            objects,
            CONFIG.indexPrefix(),
            folder.resolve("writer"),
            time,
            () -> UUID.randomUUID().toString())) {
      writer.apply(products);
      writer.publish();
    }
    // For readers to look at the pointer again, their last look must be in the past.
    time.advance(Duration.ofMillis(1));
  }

  SearchWiring wiring() {
    return new SearchWiring(function, new Priming(ports(), CONFIG), function.router(records));
  }

  /** The answer to {@code GET /v1/search?QUERY}. */
  Answer search(String rawQuery) {
    return get("/v1/search", rawQuery, Map.of());
  }

  Answer product(String id) {
    return get("/v1/products/{id}", "", Map.of("id", id));
  }

  Answer health() {
    return get("/v1/health", "", Map.of());
  }

  Answer get(String path, String rawQuery, Map<String, String> pathParameters) {
    return get(path, rawQuery, pathParameters, Map.of());
  }

  /** Like {@link #search(String)}, with these headers. */
  Answer search(String rawQuery, Map<String, String> headers) {
    return get("/v1/search", rawQuery, Map.of(), headers);
  }

  private Answer get(
      String path,
      String rawQuery,
      Map<String, String> pathParameters,
      Map<String, String> headers) {
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey("GET " + path)
            .withRawQueryString(rawQuery)
            .withPathParameters(pathParameters)
            .withHeaders(headers)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder().withRequestId("r-1").build())
            .build();
    return Answer.of(path, function.router(records).apply(event));
  }

  @Override
  public void close() {
    function.close();
  }
}
