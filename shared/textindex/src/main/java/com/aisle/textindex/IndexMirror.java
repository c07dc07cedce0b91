package com.aisle.textindex;

import com.aisle.storage.ObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * A local copy of the published index that follows the pointer in the object store. Safe for any
 * number of threads.
 */
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class IndexMirror implements AutoCloseable {

  /**
   * A mirror that fetches nothing before it is asked.
   *
   * @param prefix of the index's keys, ends with a slash: {@code index/}
   * @param folder for the mirror alone: what was in it is deleted
   */
  public IndexMirror(
      ObjectStore store, String prefix, Path folder, Clock clock, MirrorConfig config) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Fetches the published version if it is another than the local one. A version that cannot be
   * fetched whole leaves the local one in use.
   *
   * @return whether the version changed
   * @throws NoIndexException when none has been published yet
   * @throws IndexException when what was fetched is damaged or of a later format
   * @throws com.aisle.storage.StorageException when the store cannot be reached
   */
  public boolean refresh() {
    throw new UnsupportedOperationException("being written");
  }

  /** The next {@link #read} looks at the pointer first: for a function that was frozen. */
  public void expire() {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * Reads from one version of the index, which stays open until {@code reading} returns. Looks at
   * the pointer as {@link MirrorConfig} says; a store that is away goes unnoticed as long as there
   * is a local version.
   *
   * @throws NoIndexException when none has been published yet
   */
  public <T> T read(Function<CatalogSearcher, T> reading) {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("being written");
  }
}
