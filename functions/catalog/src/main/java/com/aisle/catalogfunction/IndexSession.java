package com.aisle.catalogfunction;

import com.aisle.catalog.Product;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StorageException;
import com.aisle.textindex.ApplyResult;
import com.aisle.textindex.CatalogWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the index for as long as all goes well, and starts from what is published whenever
 * something did not: another writer was faster, the local disk was lost, the object store was away.
 * For one thread at a time.
 */
final class IndexSession implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(IndexSession.class);

  private final Supplier<CatalogWriter> opener;
  private final CatalogConfig config;
  private @Nullable CatalogWriter open;
  private int publications;

  /**
   * A session that opens a writer when it is first needed.
   *
   * @param opener of a writer that goes on from what is published
   */
  IndexSession(Supplier<CatalogWriter> opener, CatalogConfig config) {
    this.opener = opener;
    this.config = config;
  }

  /** A session on the index in this store. */
  static IndexSession of(ObjectStore objects, CatalogConfig config, Clock clock) {
    // Processes on one machine must not share a folder.
    Path folder = config.indexFolder().resolve("writer-" + ProcessHandle.current().pid());
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    return new IndexSession(
        () -> CatalogWriter.open(objects, config.indexPrefix(), folder, clock, ids), config);
  }

  /**
   * Takes over the states and returns when readers can see them. Tries twice.
   *
   * @throws com.aisle.textindex.IndexException when that failed; nobody can see any of them then
   * @throws StorageException likewise
   */
  ApplyResult write(List<Product> products) {
    ApplyResult result;
    try {
      result = publish(products);
    } catch (RuntimeException e) {
      LOGGER.warn("writing anew from the published index, since this one failed", e);
      result = publish(products);
    }
    if (++publications % config.garbageEvery() == 0) {
      collectGarbage();
    }
    return result;
  }

  /** Merges segments that writing leaves alone, publishes the result and collects garbage. */
  void maintain() {
    try {
      writer().mergeBigSegments();
      writer().publish();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    collectGarbage();
  }

  /** The next call starts from what is published. */
  @Override
  public void close() {
    CatalogWriter closing = open;
    open = null;
    if (closing == null) {
      return;
    }
    try {
      closing.close();
    } catch (RuntimeException e) {
      LOGGER.warn("the failed writer could not be closed: {}", e.toString());
    }
  }

  private ApplyResult publish(List<Product> products) {
    try {
      ApplyResult result = writer().apply(products);
      writer().publish();
      return result;
    } catch (RuntimeException e) {
      // It may hold changes that were not published and would count as old news the next time.
      close();
      throw e;
    }
  }

  /** Old files do no harm: what was written stands even if they cannot be deleted now. */
  private void collectGarbage() {
    try {
      int deleted = writer().collectGarbage(config.generationsKept(), config.timeKept());
      LOGGER.info("deleted {} objects that no reader needs any more", deleted);
    } catch (StorageException e) {
      LOGGER.warn("could not delete what no reader needs any more: {}", e.toString());
    }
  }

  private CatalogWriter writer() {
    if (open == null) {
      open = opener.get();
    }
    return open;
  }
}
