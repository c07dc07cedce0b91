package com.aisle.catalogfunction;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.messaging.QueuedMessage;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.textindex.CatalogSearcher;
import com.aisle.textindex.CatalogWriter;
import com.aisle.textindex.IndexMirror;
import com.aisle.textindex.IndexVersion;
import com.aisle.textindex.MirrorConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** An index in memory, and what readers see of it. */
final class Catalog implements AutoCloseable {

  static final Instant UPDATED = Instant.parse("2026-11-24T12:00:00Z");

  private static final ProductJson JSON = new ProductJson();
  private static final Clock CLOCK = Clock.systemUTC();

  final InMemoryObjectStore objects = new InMemoryObjectStore();
  private final IndexMirror readers;
  private final Path folder;

  Catalog(Path folder) {
    this.folder = folder;
    readers =
        new IndexMirror(
            objects,
            "index/",
            folder.resolve("readers"),
            CLOCK,
            new MirrorConfig(Duration.ZERO, Duration.ZERO));
  }

  CatalogConfig config(Map<String, String> env) {
    Map<String, String> all = new HashMap<>(env);
    all.put("AISLE_INDEX_FOLDER", folder.resolve("ours").toString());
    all.put("AISLE_CATALOG_WRITES_QUEUE_URL", "https://queue");
    all.put("AISLE_CATALOG_WRITES_DEAD_LETTERS_URL", "https://dead-letters");
    return CatalogConfig.from(all);
  }

  IndexSession session(Map<String, String> env) {
    return session(env, Duration.ZERO);
  }

  /** A session that takes it for so much later than it is. */
  IndexSession session(Map<String, String> env, Duration later) {
    return IndexSession.of(objects, config(env), Clock.offset(CLOCK, later));
  }

  /** How many versions of the index are still there. */
  long versions() {
    return objects.keys().stream().filter(key -> key.startsWith("index/manifests/")).count();
  }

  /** Another writer of the same index, with a disk of its own. */
  CatalogWriter otherWriter() {
    return CatalogWriter.open(
        objects, "index/", folder.resolve("other"), CLOCK, () -> UUID.randomUUID().toString());
  }

  Optional<String> titleOf(String id) {
    return read(searcher -> searcher.product(id).map(p -> p.titleIn(CatalogLocale.ENGLISH)));
  }

  IndexVersion version() {
    return read(CatalogSearcher::version);
  }

  private <T> T read(Function<CatalogSearcher, T> reading) {
    readers.expire();
    return readers.read(reading);
  }

  static QueuedMessage message(String id, Product... products) {
    return new QueuedMessage(id, JSON.writeBatch(List.of(products)), "catalog");
  }

  /** A product that was updated so many seconds after {@link #UPDATED}. */
  static Product product(String id, String title, long seconds) {
    return new Product(
        id,
        "SKU-" + id,
        null,
        Map.of(CatalogLocale.ENGLISH, title),
        Map.of(),
        null,
        List.of("Home"),
        null,
        1,
        Map.of(),
        null,
        UPDATED.plusSeconds(seconds),
        false);
  }

  @Override
  public void close() {
    readers.close();
  }
}
