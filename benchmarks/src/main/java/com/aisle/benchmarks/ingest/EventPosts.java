package com.aisle.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts numbered events as pages do. Every tenth batch is posted twice, and of each batch some
 * events belong to the batch before, as when a page was not sure that they had arrived.
 */
final class EventPosts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 500;
  private static final int REPEATED = 25;
  private static final int ATTEMPTS = 20;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI address;
  private final String run;
  private final int events;
  private final int clients;
  private final Instant now = Instant.now();
  private final AtomicInteger next = new AtomicInteger();
  private final LongAdder repetitions = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder accepted = new LongAdder();

  /**
   * @param accepted different events that the API said to have
   * @param repetitions events that were posted once more
   * @param failures posts without an answer of 202
   */
  record Result(long accepted, long repetitions, long failures) {}

  EventPosts(URI api, String run, int events, int clients) {
    this.address = api.resolve("/v1/events");
    this.run = run;
    this.events = events;
    this.clients = clients;
  }

  /**
   * Posts all.
   *
   * @param inTheMiddle is done once, when half is posted
   */
  Result post(Runnable inTheMiddle) throws InterruptedException {
    int batches = (events + BATCH - 1) / BATCH;
    try (ExecutorService workers = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            workers.submit(
                () -> {
                  for (int b = next.getAndIncrement(); b < batches; b = next.getAndIncrement()) {
                    if (b == batches / 2) {
                      inTheMiddle.run();
                    }
                    postBatch(b);
                  }
                  return true;
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client stopped", e.getCause());
    }
    return new Result(accepted.sum(), repetitions.sum(), failures.sum());
  }

  private void postBatch(int batch) throws IOException, InterruptedException {
    int from = batch * BATCH;
    int to = Math.min(events, from + BATCH);
    // The API takes 500 at once, so what is repeated of the batch before goes by itself.
    persistently(body(from, to));
    accepted.add(to - from);
    if (from >= BATCH) {
      persistently(body(from - REPEATED, from));
      repetitions.add(REPEATED);
    }
    if (batch % 10 == 0) {
      persistently(body(from, to));
      repetitions.add(to - from);
    }
  }

  private void persistently(String body) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(Duration.ofSeconds(60))
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 202) {
        requireAllAccepted(response.body());
        return;
      }
      failures.increment();
      if (attempt == ATTEMPTS) {
        throw new IOException(
            "%s answered %d: %s".formatted(address, response.statusCode(), response.body()));
      }
    }
  }

  private static void requireAllAccepted(String answer) throws IOException {
    if (!JSON.readTree(answer).path("rejected").isIntegralNumber()
        || JSON.readTree(answer).path("rejected").intValue() != 0) {
      throw new IOException("not every event was accepted: " + answer);
    }
  }

  private String body(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(this::event)
        .collect(Collectors.joining(",", "{\"events\":[", "]}"));
  }

  /** The same for the same number. */
  private String event(int number) {
    SplittableRandom random = new SplittableRandom(number);
    return ("{\"event_id\":\"%s%d\",\"action_name\":\"product_view\",\"timestamp\":\"%s\","
            + "\"client_id\":\"bench-%d\",\"session_id\":\"bench-%d\",\"object_id\":\"bench-%d\"}")
        .formatted(
            run,
            number,
            now.minusSeconds(random.nextInt(3600)),
            random.nextInt(10_000),
            number / 10,
            random.nextInt(1000));
  }
}
