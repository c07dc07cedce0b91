package com.aisle.benchmarks.freshness;

import com.aisle.benchmarks.api.ShopApi;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The shop behind the HTTP API. */
final class ApiShop implements Shop {
  private final ShopApi api;

  ApiShop(ShopApi api) {
    this.api = api;
  }

  @Override
  public List<String> priced(int count) throws IOException, InterruptedException {
    return api.browse("price >= 0", count).ids();
  }

  @Override
  public JsonNode product(String id) throws IOException, InterruptedException {
    return api.product(id);
  }
}
