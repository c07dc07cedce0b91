package com.aisle.imports;

import com.aisle.catalog.Product;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import com.aisle.productformat.ProductJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Passes products on, several in a message. */
final class ProductChunks implements Chunks<Product> {

  private static final int MAX_PRODUCTS = 50;

  /** With room for what is around the documents. */
  private static final int MAX_DOCUMENT_BYTES = 200 * 1024 - 64;

  private final ProductJson json;
  private final Publisher productChanges;
  private final List<Product> chunk = new ArrayList<>();
  private int bytes;

  ProductChunks(ProductJson json, Publisher productChanges) {
    this.json = json;
    this.productChanges = productChanges;
  }

  @Override
  public void add(Product product) {
    int size = json.write(product).getBytes(StandardCharsets.UTF_8).length + ",".length();
    if (chunk.size() == MAX_PRODUCTS || bytes + size > MAX_DOCUMENT_BYTES) {
      send();
    }
    chunk.add(product);
    bytes += size;
  }

  @Override
  public void send() {
    if (!chunk.isEmpty()) {
      productChanges.publish(List.of(Message.of(json.writeBatch(chunk))));
      chunk.clear();
      bytes = 0;
    }
  }
}
