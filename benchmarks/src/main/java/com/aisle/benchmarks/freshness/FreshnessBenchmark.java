package com.aisle.benchmarks.freshness;

import com.aisle.benchmarks.report.Latencies;
import com.aisle.benchmarks.report.Polling;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Times from a price change on the shop's bus to an answer with the new price. The first run raises
 * prices one after another, the second sets them back all at once, so that the shop is as before.
 */
final class FreshnessBenchmark {
  private static final BigDecimal PENNY = new BigDecimal("0.01");

  private final Shop shop;
  private final Bus bus;
  private final InstantSource clock;
  private final Polling polling;

  FreshnessBenchmark(Shop shop, Bus bus, InstantSource clock, Polling polling) {
    this.shop = shop;
    this.bus = bus;
    this.clock = clock;
    this.polling = polling;
  }

  /** The current documents of up to {@code count} products with a price. */
  List<JsonNode> products(int count) throws IOException, InterruptedException {
    List<JsonNode> products = new ArrayList<>();
    for (String id : shop.priced(count)) {
      products.add(shop.product(id));
    }
    return products;
  }

  /** Raises each price by the smallest amount and waits for it before the next. */
  Latencies oneAfterAnother(List<JsonNode> products) throws InterruptedException {
    Latencies latencies = new Latencies("price changes, one after another");
    for (JsonNode product : products) {
      BigDecimal raised = PriceChange.amountOf(product).add(PENNY);
      time(List.of(PriceChange.of(product, raised, clock.instant())), latencies);
    }
    return latencies;
  }

  /** Sets all prices to those of these documents at once. */
  Latencies burst(List<JsonNode> products) throws InterruptedException {
    Latencies latencies = new Latencies("price changes, a burst of %d".formatted(products.size()));
    List<PriceChange> changes = new ArrayList<>();
    for (JsonNode product : products) {
      changes.add(PriceChange.of(product, PriceChange.amountOf(product), clock.instant()));
    }
    time(changes, latencies);
    return latencies;
  }

  private void time(List<PriceChange> changes, Latencies latencies) throws InterruptedException {
    long start = System.nanoTime();
    bus.publish(changes.stream().map(PriceChange::document).toList());
    List<PriceChange> awaited = new ArrayList<>(changes);
    boolean all =
        polling.until(
            () -> {
              removeShown(awaited, start, latencies);
              return awaited.isEmpty();
            });
    if (!all) {
      awaited.forEach(
          change ->
              latencies.addError(
                  "%s was not answered with %s within %d s"
                      .formatted(change.id(), change.amount(), polling.patience().toSeconds())));
    }
  }

  private void removeShown(List<PriceChange> awaited, long start, Latencies latencies)
      throws IOException, InterruptedException {
    for (Iterator<PriceChange> each = awaited.iterator(); each.hasNext(); ) {
      PriceChange change = each.next();
      if (change.isShownBy(shop.product(change.id()))) {
        latencies.add(Duration.ofNanos(System.nanoTime() - start));
        each.remove();
      }
    }
  }
}
