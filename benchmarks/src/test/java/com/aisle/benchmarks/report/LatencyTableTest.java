package com.aisle.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTableTest {

  @Test
  void format_hundredTimes_showsPercentilesAndRate() {
    Latencies latencies = new Latencies("one client");
    for (int i = 1; i <= 100; i++) {
      latencies.add(Duration.ofMillis(i));
    }
    latencies.addError("first");
    latencies.addError("second");
    latencies.addDegraded();
    latencies.setElapsed(Duration.ofSeconds(4));

    String[] lines = LatencyTable.format(List.of(latencies)).split("\n");

    assertThat(lines[0].strip().split(" +"))
        .containsExactly(
            "milliseconds",
            "calls",
            "median",
            "p90",
            "p99",
            "max",
            "calls/s",
            "errors",
            "degraded");
    assertThat(lines[1].strip().split(" +"))
        .containsExactly(
            "one", "client", "100", "50.02", "90.05", "99.01", "100.03", "25.0", "2", "1");
    assertThat(lines[1]).hasSameSizeAs(lines[0]);
    assertThat(latencies.firstError()).contains("first");
  }

  @Test
  void format_nothingAnswered_showsNoTimes() {
    String row = LatencyTable.format(List.of(new Latencies("none"))).split("\n")[1];

    assertThat(row.strip().split(" +"))
        .containsExactly("none", "0", "-", "-", "-", "-", "-", "0", "0");
  }

  @Test
  void below_timesUnderTheBar_isMet() {
    Latencies latencies = new Latencies("search");
    latencies.add(Duration.ofMillis(9));

    assertThat(Bar.below(latencies, 50, Duration.ofMillis(10)))
        .isEqualTo("bar: search, p50 < 10 ms: met");
    assertThat(Bar.below(latencies, 99, Duration.ofMillis(9))).endsWith("MISSED");
  }

  @Test
  void below_withErrorsOrWithoutCalls_isMissed() {
    Latencies latencies = new Latencies("search");
    assertThat(Bar.below(latencies, 50, Duration.ofMillis(10))).endsWith("MISSED");

    latencies.add(Duration.ofMillis(1));
    latencies.addError("away");
    assertThat(Bar.below(latencies, 50, Duration.ofMillis(10))).endsWith("MISSED");
  }

  @Test
  void atLeast_valueAtTheBar_isMet() {
    assertThat(Bar.atLeast("NDCG", .77, .77)).isEqualTo("bar: NDCG >= 0.77: met");
    assertThat(Bar.atLeast("NDCG", .7699, .77)).endsWith("MISSED");
  }

  @Test
  void model_ofCpuinfo_isTheProcessor() {
    assertThat(Machine.model(List.of("processor\t: 0", "model name\t: Fast CPU @ 3 GHz")))
        .isEqualTo("Fast CPU @ 3 GHz");
    assertThat(Machine.describe()).startsWith("machine: ").contains("cores", "load average");
  }
}
