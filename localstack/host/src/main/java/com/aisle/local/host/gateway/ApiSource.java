package com.aisle.local.host.gateway;

import com.aisle.local.host.endpoint.ApiCatalog;
import com.aisle.local.host.endpoint.DeployedApi;
import com.aisle.local.host.endpoint.EndpointException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The API as it is deployed now, asked for again every two seconds while requests come. */
final class ApiSource {
  private static final Logger LOG = Logger.getLogger(ApiSource.class.getName());
  private static final Duration TRUSTED = Duration.ofSeconds(2);

  private final ApiCatalog catalog;
  private final String id;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable ServedApi known;
  private volatile long askedAt;

  ApiSource(ApiCatalog catalog, String id) {
    this.catalog = catalog;
    this.id = id;
  }

  /**
   * The API; without a route when the endpoint has none of this id.
   *
   * @throws EndpointException when the endpoint has never been reached
   */
  ServedApi current() throws EndpointException {
    ServedApi api = known;
    if (api == null) {
      asking.lock();
    } else if (isTrusted() || !asking.tryLock()) {
      return api;
    }
    try {
      return ask();
    } finally {
      asking.unlock();
    }
  }

  private ServedApi ask() throws EndpointException {
    ServedApi api = known;
    if (api != null && isTrusted()) {
      return api;
    }
    try {
      DeployedApi deployed = catalog.load(id);
      if (api == null || !api.deployed().equals(deployed)) {
        api = ServedApi.of(deployed);
        LOG.log(
            Level.INFO,
            "API {0} is deployed, {1} routes",
            new Object[] {id, deployed.routes().size()});
      }
    } catch (EndpointException e) {
      if (e.isNotFound()) {
        api = ServedApi.of(new DeployedApi(id, List.of(), Map.of(), null));
      } else if (api == null) {
        throw e;
      }
    }
    known = api;
    askedAt = System.nanoTime();
    return api;
  }

  private boolean isTrusted() {
    return askedAt != 0 && System.nanoTime() - askedAt < TRUSTED.toNanos();
  }

  /** Asks at the next request. */
  void recheck() {
    askedAt = 0;
  }
}
