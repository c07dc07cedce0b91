package com.aisle.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.Polling;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FreshnessBenchmarkTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Polling POLLING = new Polling(Duration.ofMillis(1), Duration.ofSeconds(20));

  /** A shop that shows what was published only when it is asked for the third time. */
  private static final class SlowShop implements Shop, Bus {
    private final Map<String, JsonNode> shown = new LinkedHashMap<>();
    private final Deque<JsonNode> coming = new ArrayDeque<>();
    private final List<String> published = new ArrayList<>();
    private int looks;
    private boolean deaf;

    SlowShop(String... ids) {
      for (String id : ids) {
        shown.put(id, document(id, "2.50", "2026-01-01T00:00:00Z"));
      }
    }

    @Override
    public List<String> priced(int count) {
      return shown.keySet().stream().limit(count).toList();
    }

    @Override
    public JsonNode product(String id) {
      if (++looks % 3 == 0 && !coming.isEmpty()) {
        JsonNode next = coming.remove();
        shown.put(next.path("id").stringValue(), next);
      }
      return shown.get(id);
    }

    @Override
    public void publish(List<String> documents) {
      published.addAll(documents);
      if (!deaf) {
        documents.forEach(document -> coming.add(MAPPER.readTree(document)));
      }
    }
  }

  private static JsonNode document(String id, String amount, String updatedAt) {
    return MAPPER.readTree(
        """
        {"id":"%s","sku":"S","title":{"en":"Mug"},"category":["Home"],
         "price":{"amount":"%s","currency":"GBP"},"stock":3,"updatedAt":"%s"}
        """
            .formatted(id, amount, updatedAt));
  }

  private static FreshnessBenchmark benchmark(SlowShop shop, Polling polling) {
    return new FreshnessBenchmark(shop, shop, InstantSource.fixed(NOW), polling);
  }

  @Test
  void bothRuns_timeEachChangeAndLeaveThePricesAsTheyWere() throws Exception {
    SlowShop shop = new SlowShop("a", "b", "c");
    FreshnessBenchmark benchmark = benchmark(shop, POLLING);
    List<JsonNode> products = benchmark.products(2);

    Latencies single = benchmark.oneAfterAnother(products);
    assertThat(single.count()).isEqualTo(2);
    assertThat(shop.shown.values())
        .extracting(PriceChange::amountOf)
        .containsExactly(new BigDecimal("2.51"), new BigDecimal("2.51"), new BigDecimal("2.50"));

    Latencies burst = benchmark.burst(products);
    assertThat(burst.count()).isEqualTo(2);
    assertThat(burst.errors()).isZero();
    assertThat(shop.published).hasSize(4);
    assertThat(shop.shown.values())
        .extracting(PriceChange::amountOf)
        .containsOnly(new BigDecimal("2.50"));
  }

  @Test
  void change_neverShown_isAnError() throws Exception {
    SlowShop shop = new SlowShop("a");
    shop.deaf = true;
    FreshnessBenchmark benchmark =
        benchmark(shop, new Polling(Duration.ofMillis(1), Duration.ofMillis(50)));

    Latencies latencies = benchmark.oneAfterAnother(benchmark.products(1));

    assertThat(latencies.count()).isZero();
    assertThat(latencies.errors()).isEqualTo(1);
    assertThat(latencies.firstError())
        .hasValueSatisfying(error -> assertThat(error).startsWith("a was not answered with 2.51"));
  }

  @Test
  void priceChange_keepsTheRestAndIsNewer() {
    PriceChange change =
        PriceChange.of(document("a", "2.50", "2026-01-01T00:00:00Z"), new BigDecimal("2.51"), NOW);

    JsonNode event = MAPPER.readTree(change.document());
    assertThat(event).isEqualTo(document("a", "2.51", "2026-11-24T12:00:00Z"));
    assertThat(change.isShownBy(event)).isTrue();
    assertThat(change.isShownBy(document("a", "2.510", "2026-01-01T00:00:00Z"))).isTrue();
    assertThat(change.isShownBy(document("a", "2.50", "2026-01-01T00:00:00Z"))).isFalse();
  }

  @Test
  void priceChange_productFromTheFuture_isNewerAllTheSame() {
    PriceChange change =
        PriceChange.of(document("a", "2.50", "2027-01-01T00:00:00Z"), BigDecimal.ONE, NOW);

    assertThat(MAPPER.readTree(change.document()).path("updatedAt").stringValue())
        .isEqualTo("2027-01-01T00:00:00.001Z");
  }

  @Test
  void until_lookThatFails_failsAtOnce() {
    assertThatThrownBy(
            () ->
                POLLING.until(
                    () -> {
                      throw new IOException("away");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("away");
  }
}
