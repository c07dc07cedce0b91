package com.aisle.local.host.gateway;

import com.aisle.local.host.endpoint.DeployedApi;
import com.aisle.local.host.endpoint.DeployedApi.Authorizer;
import java.util.Map;

/** A deployed API, ready to serve. */
record ServedApi(
    DeployedApi deployed, RouteTable routes, Map<String, Authorizer> authorizers, CorsPolicy cors) {
  static ServedApi of(DeployedApi api) {
    return new ServedApi(
        api, new RouteTable(api.routes()), api.authorizers(), new CorsPolicy(api.cors()));
  }
}
