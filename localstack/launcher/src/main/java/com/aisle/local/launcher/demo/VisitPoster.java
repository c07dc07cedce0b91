package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.shop.EventsApi;
import com.aisle.local.launcher.shop.Sender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts visits in calls that are as large as the API takes, a few calls at a time. */
final class VisitPoster implements AutoCloseable {
  private static final int CALLS_AT_A_TIME = 3;

  private final BiFunction<Sender, List<ObjectNode>, JsonNode> api;
  private final ExecutorService executor = Executors.newFixedThreadPool(CALLS_AT_A_TIME);
  private final Map<Sender, List<ObjectNode>> waiting = new HashMap<>();
  private final List<Future<Integer>> calls = new ArrayList<>();

  /** Posts to {@code api}, which answers with the number of events that it accepted. */
  VisitPoster(BiFunction<Sender, List<ObjectNode>, JsonNode> api) {
    this.api = api;
  }

  /** Takes the events of one visit. */
  void add(Sender sender, List<ObjectNode> visit) {
    List<ObjectNode> batch = waiting.computeIfAbsent(sender, key -> new ArrayList<>());
    if (batch.size() + visit.size() > EventsApi.MOST_EVENTS) {
      submit(sender, List.copyOf(batch));
      batch.clear();
    }
    batch.addAll(visit);
  }

  private void submit(Sender sender, List<ObjectNode> batch) {
    calls.add(executor.submit(() -> post(sender, batch)));
  }

  private int post(Sender sender, List<ObjectNode> batch) {
    JsonNode answer = api.apply(sender, batch);
    if (answer.path("accepted").asInt() != batch.size()) {
      throw new LauncherException("events of the demo were refused: " + answer);
    }
    return batch.size();
  }

  /** Posts the rest, waits for all and returns how many events there were. */
  long finish() {
    waiting.forEach(
        (sender, batch) -> {
          if (!batch.isEmpty()) {
            submit(sender, List.copyOf(batch));
          }
        });
    waiting.clear();
    long events = 0;
    for (Future<Integer> call : calls) {
      events += result(call);
    }
    return events;
  }

  private static int result(Future<Integer> call) {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
