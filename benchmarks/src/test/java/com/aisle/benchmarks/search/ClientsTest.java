package com.aisle.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.benchmarks.api.SearchAnswer;
import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.report.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClientsTest {
  private static final SearchAnswer ANSWER =
      new SearchAnswer(Duration.ofMillis(1), List.of(), List.of(), 1);
  private static final SearchAnswer DEGRADED =
      new SearchAnswer(Duration.ofMillis(1), List.of(), List.of("vectors"), 1);

  private final SearchQuery mug = new SearchQuery("1", "mug", "en");
  private final SearchQuery lamp = new SearchQuery("2", "lamp", "en");
  private final SearchQuery bag = new SearchQuery("3", "bag", "en");
  private final Latencies latencies = new Latencies("test");

  @Test
  void run_severalClients_askEachQueryOnceARound() throws InterruptedException {
    Map<SearchQuery, Integer> asked = new ConcurrentHashMap<>();
    Clients clients =
        new Clients(
            4,
            query -> {
              asked.merge(query, 1, Integer::sum);
              return ANSWER;
            });

    clients.run(List.of(mug, lamp, bag), 5, latencies);

    assertThat(asked).containsExactlyInAnyOrderEntriesOf(Map.of(mug, 5, lamp, 5, bag, 5));
    assertThat(latencies.count()).isEqualTo(15);
    assertThat(latencies.rate()).isPresent();
  }

  @Test
  void run_twoClients_askSideBySide() throws InterruptedException {
    CyclicBarrier both = new CyclicBarrier(2);
    Clients clients =
        new Clients(
            2,
            query -> {
              try {
                both.await(10, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IOException("nobody else asked", e);
              }
              return ANSWER;
            });

    clients.run(List.of(mug, lamp), 1, latencies);

    assertThat(latencies.errors()).isZero();
  }

  @Test
  void run_errorsAndDegradedAnswers_areCounted() throws InterruptedException {
    Clients clients =
        new Clients(
            1,
            query -> {
              if (query.equals(mug)) {
                throw new IOException("away");
              }
              return query.equals(lamp) ? DEGRADED : ANSWER;
            });

    clients.run(List.of(mug, lamp, bag), 2, latencies);

    assertThat(latencies.count()).isEqualTo(4);
    assertThat(latencies.errors()).isEqualTo(2);
    assertThat(latencies.degraded()).isEqualTo(2);
    assertThat(latencies.firstError()).hasValueSatisfying(e -> assertThat(e).contains("mug"));
  }
}
