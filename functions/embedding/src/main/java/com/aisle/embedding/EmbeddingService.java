package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.RejectedMessageException;
import com.aisle.productformat.InvalidProductException;
import com.aisle.secrets.SecretsException;
import com.aisle.vectors.VectorStoreException;
import com.aisle.vectors.VectorStoreException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the products of a batch of messages their vectors and passes them on to the catalogue.
 *
 * <p>A product is passed on when its vectors are written and not before: what the catalogue shows
 * can be found by meaning too. So while the vector store is away, changes wait in the queue, and
 * after the queue's last attempt in the dead letters. Every step can be repeated: after a crash
 * between writing and passing on, the next attempt finds the same state stored, embeds nothing and
 * passes it on.
 *
 * <p>A message that cannot be read becomes a dead letter at once, alone. The others are worked on
 * together, since stores and models are faster that way; if that fails and the store is not away,
 * one by one, so that a bad one does not bring back the others.
 */
final class EmbeddingService {

  /** Messages are worked on together up to this many products: a few seconds of embedding. */
  private static final int PRODUCTS_TOGETHER = 250;

  private final ProductChangeReader reader;
  private final ProductVectors vectors;
  private final CatalogWrites catalog;
  private final WarehouseProducts warehouse;
  private final BatchProcessor processor;

  EmbeddingService(
      ProductChangeReader reader,
      ProductVectors vectors,
      CatalogWrites catalog,
      WarehouseProducts warehouse,
      BatchProcessor processor) {
    this.reader = reader;
    this.vectors = vectors;
    this.catalog = catalog;
    this.warehouse = warehouse;
    this.processor = processor;
  }

  /** Does the work and returns the ids of the messages that must come again. */
  List<String> handle(List<QueuedMessage> messages) {
    Map<QueuedMessage, RuntimeException> failures = new LinkedHashMap<>();
    Map<QueuedMessage, List<Product>> products = read(messages, failures);
    NewestStates.keep(products);
    RuntimeException away = null;
    for (Map<QueuedMessage, List<Product>> together : groups(products)) {
      away = away == null ? update(together, failures) : away;
      if (away != null) {
        for (QueuedMessage message : together.keySet()) {
          failures.put(message, away);
        }
      }
    }
    return processor.settle(failures);
  }

  private Map<QueuedMessage, List<Product>> read(
      List<QueuedMessage> messages, Map<QueuedMessage, RuntimeException> failures) {
    Map<QueuedMessage, List<Product>> products = new LinkedHashMap<>();
    for (QueuedMessage message : messages) {
      try {
        products.put(message, reader.read(message.body()));
      } catch (InvalidProductException e) {
        failures.put(message, new RejectedMessageException(String.valueOf(e.getMessage()), e));
      }
    }
    return products;
  }

  private static List<Map<QueuedMessage, List<Product>>> groups(
      Map<QueuedMessage, List<Product>> messages) {
    List<Map<QueuedMessage, List<Product>>> groups = new ArrayList<>();
    int room = -1;
    for (Map.Entry<QueuedMessage, List<Product>> message : messages.entrySet()) {
      if (message.getValue().size() > room) {
        groups.add(new LinkedHashMap<>());
        room = PRODUCTS_TOGETHER;
      }
      groups.getLast().put(message.getKey(), message.getValue());
      room = Math.max(0, room - message.getValue().size());
    }
    return groups;
  }

  /** Returns the failure when the store is away, so that nothing at all can be done now. */
  private @Nullable RuntimeException update(
      Map<QueuedMessage, List<Product>> together, Map<QueuedMessage, RuntimeException> failures) {
    try {
      update(together.values().stream().flatMap(List::stream).toList());
    } catch (RuntimeException e) {
      if (isStoreAway(e)) {
        return e;
      }
      together.forEach((message, products) -> updateAlone(message, products, failures));
    }
    return null;
  }

  private void updateAlone(
      QueuedMessage message,
      List<Product> products,
      Map<QueuedMessage, RuntimeException> failures) {
    try {
      update(products);
    } catch (RuntimeException e) {
      failures.put(message, e);
    }
  }

  private void update(List<Product> products) {
    if (!products.isEmpty()) {
      List<Product> written = vectors.write(products);
      catalog.pass(written);
      warehouse.pass(written);
    }
  }

  private static boolean isStoreAway(RuntimeException e) {
    return e instanceof SecretsException
        || (e instanceof VectorStoreException store && store.kind() == Kind.UNAVAILABLE);
  }
}
