package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import com.aisle.productformat.ProductJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The queue to the text index, in which products keep the order of their changes. */
final class CatalogWrites {

  /** Below what a queue takes, so that what surrounds the documents fits too; in bytes. */
  static final int MAX_BYTES = 200 * 1024;

  private static final String GROUP = "catalog";
  private static final Comparator<Product> OLDEST_FIRST =
      Comparator.comparing(Product::updatedAt).thenComparing(Product::id);

  private final Publisher queue;
  private final ProductJson format;

  CatalogWrites(Publisher queue, ProductJson format) {
    this.queue = queue;
    this.format = format;
  }

  /**
   * Hands these products over.
   *
   * @throws com.aisle.messaging.PublishException when not all were; hand all over again then
   */
  void pass(List<Product> products) {
    if (!products.isEmpty()) {
      queue.publish(parts(products).stream().map(this::message).toList());
    }
  }

  private List<List<Product>> parts(List<Product> products) {
    List<List<Product>> parts = new ArrayList<>();
    int room = 0;
    for (Product product : products.stream().sorted(OLDEST_FIRST).toList()) {
      int size = format.write(product).getBytes(StandardCharsets.UTF_8).length + 1;
      if (size > room) {
        parts.add(new ArrayList<>());
        room = MAX_BYTES - format.writeBatch(List.of()).length();
      }
      parts.getLast().add(product);
      room -= size;
    }
    return parts;
  }

  private Message message(List<Product> part) {
    String body = format.writeBatch(part);
    return new Message(body, GROUP, Sha256.of(body));
  }
}
