package com.aisle.local.pinecone;

import io.grpc.ServerInterceptors;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** A running stand-in. Closing it keeps its data, and so does killing it. */
public final class PineconeServer implements AutoCloseable {

  private static final long MAINTENANCE_MILLIS = 250;

  private final Indexes indexes;
  private final SharedPort port;
  private final ScheduledExecutorService timer;
  private final ExecutorService workers;

  private PineconeServer(
      Indexes indexes, SharedPort port, ScheduledExecutorService timer, ExecutorService workers) {
    this.indexes = indexes;
    this.port = port;
    this.timer = timer;
    this.workers = workers;
  }

  /**
   * Starts a stand-in; it answers calls when this returns.
   *
   * @throws IOException when the port is taken or the folder is in use or unreadable
   * @throws IllegalArgumentException when an option is out of range
   */
  public static PineconeServer start(PineconeOptions options) throws IOException {
    Faults faults =
        new Faults(
            new Faults.Settings(
                options.visibilityDelay().toMillis(),
                options.failRate(),
                options.latency().toMillis(),
                0),
            Clock.systemUTC(),
            RandomGenerator.getDefault());
    Indexes indexes = Indexes.open(options.data(), faults);
    ScheduledExecutorService timer =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("timer-", 0).factory());
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    VectorService service = new VectorService(faults, timer, workers);
    ControlPlane controlPlane = new ControlPlane(indexes, faults);
    try {
      SharedPort port =
          SharedPort.open(
              options.host(),
              options.port(),
              ServerInterceptors.intercept(service, new IndexOfCall(indexes)),
              controlPlane,
              workers);
      controlPlane.announceAs(options.host() + ":" + port.number());
      scheduleMaintenance(timer, indexes);
      return new PineconeServer(indexes, port, timer, workers);
    } catch (IOException e) {
      timer.shutdown();
      indexes.close();
      throw e;
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // maintain() reports its own failures
  private static void scheduleMaintenance(ScheduledExecutorService timer, Indexes indexes) {
    timer.scheduleWithFixedDelay(
        indexes::maintain, MAINTENANCE_MILLIS, MAINTENANCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  public int port() {
    return port.number();
  }

  @Override
  public void close() {
    port.close();
    timer.shutdown();
    workers.shutdown();
    indexes.close();
  }
}
