package com.aisle.textindex;

import com.aisle.catalog.Product;
import com.aisle.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The one writer of the index. Its changes are seen by nobody before {@link #publish}; until then
 * they live in its folder alone and are lost with it. For one thread at a time.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class CatalogWriter implements AutoCloseable {

  /**
   * A writer that goes on from the published version, or from nothing when there is none.
   *
   * @param prefix of the index's keys, ends with a slash: {@code index/}
   * @param folder for the writer alone: what was in it is deleted
   * @param ids never the same twice
   * @throws IndexException when what was published is damaged or of a later format
   * @throws com.aisle.storage.StorageException when the store cannot be reached
   */
  public static CatalogWriter open(
      ObjectStore store, String prefix, Path folder, Clock clock, Supplier<String> ids) {
    throw new UnsupportedOperationException("being written");
  }

  /** Takes over each product state that is newer than the one that the index has. */
  public ApplyResult apply(List<Product> products) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Makes all that was applied visible to readers, in one step. Changes nothing when nothing was
   * applied since the last time. After any failure but {@link FencedException} it can be called
   * again.
   *
   * @throws FencedException when another writer has published meanwhile
   */
  public IndexVersion publish() {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Deletes what is named only by versions that are both older than {@code minimumAge} and not
   * among the last {@code generations}.
   *
   * @return how many objects were deleted
   */
  public int collectGarbage(int generations, Duration minimumAge) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Merges segments whatever their size, which takes up to minutes: not for the path of changes.
   * Takes effect with the next {@link #publish}.
   */
  public void mergeBigSegments() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("being written");
  }
}
