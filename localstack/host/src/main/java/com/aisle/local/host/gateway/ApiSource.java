package com.aisle.local.host.gateway;

import com.aisle.local.host.endpoint.ApiCatalog;
import com.aisle.local.host.endpoint.DeployedApi;
import com.aisle.local.host.endpoint.EndpointException;
import com.aisle.local.host.endpoint.Refreshed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The API as it is deployed now. */
final class ApiSource {
  private static final Logger LOG = Logger.getLogger(ApiSource.class.getName());

  private final ApiCatalog catalog;
  private final String id;
  private final Refreshed<ServedApi> api = new Refreshed<>(this::look);

  ApiSource(ApiCatalog catalog, String id) {
    this.catalog = catalog;
    this.id = id;
  }

  /**
   * The API; without a route when the endpoint has none of this id.
   *
   * @throws IOException when the endpoint has never been reached
   */
  ServedApi current() throws IOException {
    return api.current();
  }

  private ServedApi look(@Nullable ServedApi known) throws EndpointException {
    DeployedApi deployed;
    try {
      deployed = catalog.load(id);
    } catch (EndpointException e) {
      if (e.isNotFound()) {
        deployed = new DeployedApi(id, List.of(), Map.of(), null);
      } else if (known != null) {
        return known;
      } else {
        throw e;
      }
    }
    if (known != null && known.deployed().equals(deployed)) {
      return known;
    }
    LOG.log(
        Level.INFO, "API {0} is deployed, {1} routes", new Object[] {id, deployed.routes().size()});
    return ServedApi.of(deployed);
  }

  /** The deployment may have changed: the next request waits for the endpoint's word. */
  void expire() {
    api.expire();
  }
}
