package com.aisle.textindex;

import com.aisle.catalog.Product;
import com.aisle.storage.testing.InMemoryObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store with writers and mirrors on it, and a clock that stands still until it is moved. */
final class TestIndex {

  static final String PREFIX = "index/";
  static final MirrorConfig CONFIG =
      new MirrorConfig(Duration.ofSeconds(1), Duration.ofSeconds(60));

  final MovableClock clock = new MovableClock();
  final InMemoryObjectStore store = new InMemoryObjectStore(clock);

  private final Path folder;
  private final AtomicInteger next = new AtomicInteger();

  TestIndex(Path folder) {
    this.folder = folder;
  }

  CatalogWriter writer() {
    return CatalogWriter.open(
        store, PREFIX, folder.resolve("writer" + next.incrementAndGet()), clock, this::id);
  }

  IndexMirror mirror() {
    return new IndexMirror(
        store, PREFIX, folder.resolve("mirror" + next.incrementAndGet()), clock, CONFIG);
  }

  IndexHistory history() {
    return new IndexHistory(store, PREFIX, clock, this::id);
  }

  /** Publishes these products, in several segments, and reads from them. */
  <T> T read(List<Product> products, Function<CatalogSearcher, T> reading) {
    try (CatalogWriter writer = writer();
        IndexMirror mirror = mirror()) {
      int half = products.size() / 2;
      writer.apply(products.subList(0, half));
      writer.publish();
      writer.apply(products.subList(half, products.size()));
      writer.publish();
      return mirror.read(reading);
    }
  }

  static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.product().id()).toList();
  }

  private String id() {
    return "id" + next.incrementAndGet();
  }

  static final class MovableClock extends Clock {

    private volatile Instant now = Products.NOON;

    void move(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
