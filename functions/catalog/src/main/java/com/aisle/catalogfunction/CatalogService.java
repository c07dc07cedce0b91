package com.aisle.catalogfunction;

import com.aisle.catalog.Product;
import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.RejectedMessageException;
import com.aisle.productformat.InvalidProductException;
import com.aisle.productformat.ProductJson;
import com.aisle.textindex.ApplyResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the messages of the queue into the index. */
final class CatalogService {

  private static final Logger LOGGER = LoggerFactory.getLogger(CatalogService.class);

  private final ProductJson json;
  private final IndexSession index;
  private final BatchProcessor failed;

  CatalogService(ProductJson json, IndexSession index, BatchProcessor failed) {
    this.json = json;
    this.index = index;
    this.failed = failed;
  }

  /**
   * Takes over all messages in one publication.
   *
   * <p>One that cannot be read goes to the dead letters and those behind it are not held back,
   * though the queue is a FIFO one: of two states of a product the later one counts whatever order
   * they come in, so nothing that follows depends on it.
   *
   * @return the ids of the messages that must come again: all that could be read, when the index
   *     could not be written
   */
  List<String> write(List<QueuedMessage> messages) {
    Map<QueuedMessage, List<Product>> readable = new LinkedHashMap<>();
    Map<QueuedMessage, RuntimeException> failures = new LinkedHashMap<>();
    for (QueuedMessage message : messages) {
      try {
        readable.put(message, json.readBatch(message.body()));
      } catch (InvalidProductException e) {
        failures.put(message, new RejectedMessageException(String.valueOf(e.getMessage()), e));
      }
    }
    try {
      write(readable);
    } catch (RuntimeException e) {
      readable.keySet().forEach(message -> failures.put(message, e));
    }
    return failed.settle(failures);
  }

  /** Tidies the index up. */
  void maintain() {
    index.maintain();
  }

  private void write(Map<QueuedMessage, List<Product>> batches) {
    List<Product> products = batches.values().stream().flatMap(List::stream).toList();
    if (products.isEmpty()) {
      return;
    }
    ApplyResult result = index.write(products);
    LOGGER.info(
        "{} messages: {} products changed, {} states were old news",
        batches.size(),
        result.applied(),
        result.ignored());
  }
}
