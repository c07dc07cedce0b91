package com.aisle.vectors;

import com.aisle.vectors.VectorStoreException.Kind;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.pinecone.clients.Pinecone;
import io.pinecone.configs.PineconeConfig;
import io.pinecone.configs.PineconeConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection for each space, made when it is first needed and then kept.
 *
 * <p>The client's own {@code getIndexConnection} is not used: it looks the host up at every call,
 * shares channels between clients of different services, and its channels have neither keep-alive
 * nor retries.
 */
final class PineconeConnections implements AutoCloseable {

  /** A connection that fails before it is this old is kept: its host was looked up just now. */
  private static final Duration YOUNG = Duration.ofSeconds(5);

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);
  private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(2);

  /** Must hold a whole upsert: gRPC retries only what it still has. */
  private static final long RETRY_BUFFER_BYTES_OF_CALL = 4L << 20;

  private static final long RETRY_BUFFER_BYTES = 64L << 20;

  private record Opened(PineconeConnection connection, long nanoTime) {}

  private final VectorsConfig config;
  private final Supplier<String> apiKey;
  private final Map<String, CompletableFuture<Opened>> connections = new ConcurrentHashMap<>();
  private @Nullable Pinecone controlPlane;

  PineconeConnections(VectorsConfig config, Supplier<String> apiKey) {
    this.config = config;
    this.apiKey = apiKey;
  }

  synchronized Pinecone controlPlane() {
    Pinecone current = controlPlane;
    if (current == null) {
      current =
          new Pinecone.Builder(apiKey.get())
              .withHost(config.controlPlane().toString())
              .withTlsEnabled(config.usesTls())
              .build();
      controlPlane = current;
    }
    return current;
  }

  /**
   * The connection of this space. When it takes longer than allowed to find, it is still looked
   * for, so that a later call has it.
   */
  PineconeConnection get(Space space, Duration allowed) {
    CompletableFuture<Opened> future = connections.computeIfAbsent(space.name(), this::openLater);
    try {
      return future.get(allowed.toNanos(), TimeUnit.NANOSECONDS).connection();
    } catch (TimeoutException e) {
      throw new VectorStoreException(
          Kind.UNAVAILABLE,
          "vector space %s: its host was not found in %d ms"
              .formatted(space.name(), allowed.toMillis()),
          e);
    } catch (ExecutionException e) {
      connections.remove(space.name(), future);
      throw e.getCause() instanceof RuntimeException cause
          ? PineconeErrors.translate(space, cause)
          : new VectorStoreException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VectorStoreException(Kind.UNAVAILABLE, "interrupted", e);
    }
  }

  private CompletableFuture<Opened> openLater(String name) {
    CompletableFuture<Opened> future = new CompletableFuture<>();
    Thread.ofVirtual().name("pinecone-host-" + name).start(() -> open(name, future));
    return future;
  }

  private void open(String name, CompletableFuture<Opened> future) {
    try {
      future.complete(new Opened(connect(name), System.nanoTime()));
    } catch (RuntimeException e) {
      connections.remove(name, future);
      future.completeExceptionally(e);
    }
  }

  private PineconeConnection connect(String name) {
    String host = PineconeConnection.formatEndpoint(controlPlane().describeIndex(name).getHost());
    PineconeConfig connection = new PineconeConfig(apiKey.get());
    connection.setHost(host);
    connection.setTLSEnabled(config.usesTls());
    connection.setCustomManagedChannel(channel(host));
    return new PineconeConnection(connection, name);
  }

  private ManagedChannel channel(String host) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget(host)
            .keepAliveTime(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
            .keepAliveTimeout(KEEP_ALIVE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .defaultServiceConfig(retries())
            .perRpcBufferLimit(RETRY_BUFFER_BYTES_OF_CALL)
            .retryBufferSize(RETRY_BUFFER_BYTES)
            .enableRetry();
    if (!config.usesTls()) {
      builder.usePlaintext();
    }
    return builder.build();
  }

  /** All but Query, which is called with a deadline that leaves no time for a second try. */
  private static Map<String, Object> retries() {
    List<Map<String, String>> methods =
        Stream.of("Upsert", "Update", "Delete", "Fetch", "DescribeIndexStats")
            .map(method -> Map.of("service", "VectorService", "method", method))
            .toList();
    Map<String, Object> policy =
        Map.of(
            "maxAttempts",
            4.0,
            "initialBackoff",
            "0.1s",
            "maxBackoff",
            "2s",
            "backoffMultiplier",
            2.0,
            "retryableStatusCodes",
            List.of("UNAVAILABLE", "RESOURCE_EXHAUSTED"));
    return Map.of("methodConfig", List.of(Map.of("name", methods, "retryPolicy", policy)));
  }

  /**
   * Tells that a call could not reach the space. An old connection is given up, since the index may
   * have another host by now; a young one tries again at once instead of waiting longer and longer.
   */
  void failed(Space space) {
    CompletableFuture<Opened> future = connections.get(space.name());
    if (future == null || !future.isDone() || future.isCompletedExceptionally()) {
      return;
    }
    Opened opened = future.join();
    if (System.nanoTime() - opened.nanoTime() < YOUNG.toNanos()) {
      opened.connection().getChannel().resetConnectBackoff();
    } else {
      forget(space.name(), future);
    }
  }

  /** Tells that the key was not accepted: the next call asks for it anew. */
  void refused() {
    close();
  }

  private void forget(String name, CompletableFuture<Opened> future) {
    if (connections.remove(name, future)) {
      // Also closes one that is still being opened.
      var _ = future.thenAccept(opened -> opened.connection().getChannel().shutdownNow());
    }
  }

  /** Closes every connection; the next call makes a new one. */
  @Override
  public void close() {
    connections.forEach(this::forget);
    synchronized (this) {
      controlPlane = null;
    }
  }
}
