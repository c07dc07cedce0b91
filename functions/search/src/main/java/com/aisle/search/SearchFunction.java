package com.aisle.search;

import com.aisle.productformat.ProductJson;
import com.aisle.textindex.IndexMirror;
import com.aisle.textindex.MirrorConfig;
import com.aisle.web.Router;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The parts of the search function, put together. */
final class SearchFunction implements AutoCloseable {

  private static final String SEARCH = "GET /v1/search";
  private static final String PRODUCT = "GET /v1/products/{id}";
  private static final String HEALTH = "GET /v1/health";

  /** What it answers, as the template declares it. */
  static final Set<String> ROUTES = Set.of(SEARCH, PRODUCT, HEALTH);

  private final IndexMirror index;
  private final ProductVectors vectors;
  private final CircuitBreaker breaker;
  private final SearchService service;
  private final HealthCheck health;

  /**
   * Connects to nothing yet.
   *
   * @param folder for the mirror of the index alone
   */
  SearchFunction(Ports ports, SearchConfig config, MirrorConfig mirroring, Path folder) {
    index =
        new IndexMirror(ports.objects(), config.indexPrefix(), folder, ports.clock(), mirroring);
    vectors = new ProductVectors(ports.vectors(), ports.embedders());
    breaker = Breakers.vectors(config, ports.clock());
    QueryVectors queryVectors = new QueryVectors(ports.embedders(), config.cachedQueryVectors());
    MeaningFinder meanings =
        new MeaningFinder(queryVectors, vectors, breaker, config, ports.nanoTime());
    service = new SearchService(index, meanings, ports.ids(), ports.clock(), ports.nanoTime());
    health = new HealthCheck(index, ports.embedders(), vectors, ports.clock(), ports.nanoTime());
  }

  SearchService service() {
    return service;
  }

  /**
   * The handlers of all routes.
   *
   * @param records take down what was searched
   */
  Router router(SearchRecords records) {
    return new Router(
        Map.of(
            SEARCH, new SearchHandler(service, records),
            PRODUCT, new ProductHandler(index, new ProductJson()),
            HEALTH, new HealthHandler(health)));
  }

  /** Fetches the index, loads the models and connects, so that the first search need not. */
  Health warmUp() {
    return health.check();
  }

  /** Closes what does not survive a snapshot; the next use opens it again. */
  void suspend() {
    vectors.disconnect();
  }

  /** Forgets what was true before the snapshot and may no longer be. */
  void resume() {
    breaker.reset();
    index.expire();
  }

  @Override
  public void close() {
    vectors.disconnect();
    index.close();
  }
}
