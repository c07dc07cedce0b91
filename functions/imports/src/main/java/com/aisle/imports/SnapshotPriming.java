package com.aisle.imports;

import com.aisle.productformat.FieldMapping;
import com.aisle.productformat.ProductJson;
import java.time.Instant;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** Does the slow first reading of a product before Lambda takes its snapshot of the process. */
final class SnapshotPriming implements Resource {

  private static final String MAPPING =
      """
      {"format":1,"fields":{"/id":{"from":"/id"},"/sku":{"from":"/id"},"/title/en":{"from":"/id"},
      "/category":{"constant":[]},"/stock":{"constant":1},"/updatedAt":{"as":"importTime"},
      "/price":{"from":"/cents","as":"priceInMinorUnits","currency":"EUR"},
      "/attributes":{"from":"/attributes","as":"attributes"}}}
      """;

  private static final String LINE =
      "{\"id\":\"1\",\"cents\":100,\"attributes\":{\"colour\":\"black\"}}";

  private final ProductJson json;

  SnapshotPriming(ProductJson json) {
    this.json = json;
  }

  /** Lets the runtime call this one; it must then be kept, for the runtime itself does not. */
  SnapshotPriming registered() {
    Core.getGlobalContext().register(this);
    return this;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    json.write(json.read(LINE, FieldMapping.parse(MAPPING), Instant.EPOCH));
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing is held that a snapshot could make stale.
  }
}
