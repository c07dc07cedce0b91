package com.aisle.textindex;

import com.aisle.storage.ObjectStore;
import com.aisle.storage.StorageException;
import com.aisle.textindex.Publication.Pointer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/**
 * A local copy of the published index that follows the pointer in the object store. Safe for any
 * number of threads.
 */
public final class IndexMirror implements AutoCloseable {

  private final Publication publication;
  private final Path folder;
  private final Freshness freshness;
  private final Synonyms synonyms = Synonyms.standard();
  private final ReentrantLock refreshing = new ReentrantLock();

  private @Nullable Pointer pointer;
  private @Nullable LocalFiles files;
  private String lineage = "";
  private int lineages;
  private volatile @Nullable OpenIndex open;

  /**
   * A mirror that fetches nothing before it is asked.
   *
   * @param prefix of the index's keys, ends with a slash: {@code index/}
   * @param folder for the mirror alone: what was in it is deleted
   */
  public IndexMirror(
      ObjectStore store, String prefix, Path folder, Clock clock, MirrorConfig config) {
    this.publication = new Publication(store, prefix);
    this.folder = folder;
    this.freshness = new Freshness(clock, config);
    LocalFiles.empty(publication, folder).close();
  }

  /**
   * Fetches the published version if it is another than the local one. A version that cannot be
   * fetched whole leaves the local one in use.
   *
   * @return whether the version changed
   * @throws NoIndexException when none has been published yet
   * @throws IndexException when what was fetched is damaged or of a later format
   * @throws StorageException when the store cannot be reached
   */
  public boolean refresh() {
    refreshing.lock();
    try {
      Pointer known = pointer;
      Optional<Pointer> changed =
          known == null ? publication.current() : publication.currentIfChanged(known);
      if (known == null && changed.isEmpty()) {
        throw new NoIndexException(publication.key(Publication.CURRENT));
      }
      changed.ifPresent(this::advance);
      freshness.checked();
      return changed.isPresent();
    } finally {
      refreshing.unlock();
    }
  }

  /** The next {@link #read} looks at the pointer first: for a function that was frozen. */
  public void expire() {
    freshness.expire();
  }

  /**
   * Reads from one version of the index, which stays open until {@code reading} returns. Looks at
   * the pointer as {@link MirrorConfig} says; a store that is away goes unnoticed as long as there
   * is a local version.
   *
   * @throws NoIndexException when none has been published yet
   */
  public <T> T read(Function<CatalogSearcher, T> reading) {
    if (open == null) {
      refresh();
    } else {
      freshness.keep(this::refresh);
    }
    OpenIndex index = acquire();
    try {
      return reading.apply(index.searcher());
    } finally {
      index.release();
    }
  }

  private OpenIndex acquire() {
    OpenIndex index = open;
    // A refresh may close it in between; then the next one is already there.
    while (index != null && !index.acquire()) {
      index = open;
    }
    if (index == null) {
      throw new IllegalStateException("the mirror is closed");
    }
    return index;
  }

  private void advance(Pointer next) {
    Manifest manifest = publication.manifest(next.manifest());
    LocalFiles nextFiles = manifest.lineage().equals(lineage) ? files : null;
    boolean newLineage = nextFiles == null;
    if (nextFiles == null) {
      nextFiles = LocalFiles.empty(publication, folder.resolve("lineage-" + ++lineages));
      if (files != null) {
        nextFiles.link(files, manifest);
      }
    }
    OpenIndex before = open;
    OpenIndex after;
    try {
      nextFiles.fetch(manifest);
      after = open(nextFiles, newLineage ? null : before, manifest.version(next.manifest()));
      after.searcher().warm(Optional.ofNullable(before).map(OpenIndex::searcher));
    } catch (RuntimeException e) {
      if (newLineage) {
        nextFiles.drop();
      }
      throw e;
    }
    swap(next, manifest, nextFiles, after);
  }

  private OpenIndex open(LocalFiles local, @Nullable OpenIndex before, IndexVersion version) {
    try {
      DirectoryReader reader =
          before == null
              ? DirectoryReader.open(local.directory())
              : DirectoryReader.openIfChanged(before.reader());
      if (reader == null) { // another manifest of the same commit
        reader = DirectoryReader.open(local.directory());
      }
      return new OpenIndex(reader, synonyms, version);
    } catch (IOException e) {
      throw new IndexException("cannot open the index " + version.manifest(), e);
    }
  }

  private void swap(Pointer next, Manifest manifest, LocalFiles nextFiles, OpenIndex after) {
    OpenIndex before = open;
    LocalFiles filesBefore = files;
    open = after;
    pointer = next;
    files = nextFiles;
    lineage = manifest.lineage();
    if (before != null) {
      before.release();
    }
    nextFiles.retain(manifest);
    if (filesBefore != null && filesBefore != nextFiles) {
      filesBefore.drop();
    }
  }

  @Override
  public void close() {
    freshness.close();
    refreshing.lock();
    try {
      OpenIndex last = open;
      open = null;
      if (last != null) {
        last.release();
      }
      if (files != null) {
        files.close();
      }
    } finally {
      refreshing.unlock();
    }
  }
}
