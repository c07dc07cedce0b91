package com.aisle.vectors;

import com.aisle.vectors.VectorStoreException.Kind;
import io.pinecone.clients.Pinecone;
import io.pinecone.exceptions.PineconeAlreadyExistsException;
import io.pinecone.exceptions.PineconeException;
import io.pinecone.exceptions.PineconeNotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openapitools.db_control.client.model.IndexModel;

/** Makes the index of a space when it does not exist, and waits until it is ready. */
final class IndexCreation implements AutoCloseable {

  private static final String METRIC = "cosine";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final VectorsConfig config;
  private final PineconeConnections connections;
  private final CountDownLatch closed = new CountDownLatch(1);

  IndexCreation(VectorsConfig config, PineconeConnections connections) {
    this.config = config;
    this.connections = connections;
  }

  void ensure(Space space) {
    try {
      Pinecone controlPlane = connections.controlPlane();
      IndexModel index = find(controlPlane, space).orElseGet(() -> create(controlPlane, space));
      check(index, space);
      awaitReady(controlPlane, space, index);
    } catch (PineconeException e) {
      throw PineconeErrors.translate(space, e);
    }
  }

  private static Optional<IndexModel> find(Pinecone controlPlane, Space space) {
    try {
      return Optional.of(controlPlane.describeIndex(space.name()));
    } catch (PineconeNotFoundException e) {
      return Optional.empty();
    }
  }

  private IndexModel create(Pinecone controlPlane, Space space) {
    try {
      return controlPlane.createServerlessIndex(
          space.name(),
          METRIC,
          space.dimension(),
          config.cloud(),
          config.region(),
          "disabled",
          Map.of());
    } catch (PineconeAlreadyExistsException madeByAnother) {
      return controlPlane.describeIndex(space.name());
    }
  }

  private static void check(IndexModel index, Space space) {
    Integer dimension = index.getDimension();
    if (dimension == null || dimension != space.dimension() || !METRIC.equals(index.getMetric())) {
      throw new VectorStoreException(
          Kind.REJECTED,
          "vector space %s: the index has dimension %s and metric %s, wanted are %d and %s"
              .formatted(space.name(), dimension, index.getMetric(), space.dimension(), METRIC),
          null);
    }
  }

  private void awaitReady(Pinecone controlPlane, Space space, IndexModel first) {
    long end = System.nanoTime() + config.creationDeadline().toNanos();
    IndexModel index = first;
    while (!Boolean.TRUE.equals(index.getStatus().getReady())) {
      if (System.nanoTime() >= end || isClosedWhileWaiting()) {
        throw new VectorStoreException(
            Kind.UNAVAILABLE, "vector space %s: not ready yet".formatted(space.name()), null);
      }
      index = controlPlane.describeIndex(space.name());
    }
  }

  private boolean isClosedWhileWaiting() {
    try {
      return closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
