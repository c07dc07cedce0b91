package com.aisle.textindex;

import com.aisle.catalog.Product;
import com.aisle.storage.ObjectStore;
import com.aisle.textindex.Publication.Pointer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of the index. Its changes are seen by nobody before {@link #publish}; until then
 * they live in its folder alone and are lost with it. For one thread at a time.
 */
public final class CatalogWriter implements AutoCloseable {

  private final Publication publication;
  private final Path folder;
  private final Clock clock;
  private final Supplier<String> ids;
  private final LocalFiles files;
  private final SnapshotDeletionPolicy commits;
  private final IndexWriter writer;
  private final StoredTimes times;

  private @Nullable Published published;

  /** What was sent last, whether it became valid or not. */
  private @Nullable Attempt attempt;

  private boolean fenced;

  /**
   * What this writer last published or was opened from.
   *
   * @param commit Lucene's generation of it
   */
  private record Published(Pointer pointer, Manifest manifest, long commit) {
    Optional<ManifestFile> file(String name) {
      return manifest.files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    IndexVersion version() {
      return manifest.version(pointer.manifest());
    }
  }

  private record Attempt(String key, Manifest manifest, long commit) {}

  private CatalogWriter(Publication publication, Path folder, Clock clock, Supplier<String> ids)
      throws IOException {
    this.publication = publication;
    this.folder = folder;
    this.clock = clock;
    this.ids = ids;
    this.files = LocalFiles.empty(publication, folder);
    Optional<Pointer> current = publication.current();
    Optional<Manifest> manifest = current.map(pointer -> publication.manifest(pointer.manifest()));
    manifest.ifPresent(files::fetch);
    this.commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    this.writer = new IndexWriter(files.directory(), WriterSettings.config(commits));
    this.times = new StoredTimes(writer);
    if (current.isPresent() && manifest.isPresent()) {
      long commit = latestCommit();
      this.published = new Published(current.get(), manifest.get(), commit);
    }
  }

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
    try {
      return new CatalogWriter(new Publication(store, prefix), folder, clock, ids);
    } catch (IOException e) {
      throw new IndexException("cannot open a writer in " + folder, e);
    }
  }

  /** Takes over each product state that is newer than the one that the index has. */
  public ApplyResult apply(List<Product> products) {
    requireUnfenced();
    int applied = 0;
    try {
      for (Product product : products) {
        if (times.isNews(product)) {
          Term id = new Term(IndexFields.ID, product.id());
          writer.updateDocument(id, ProductDocument.of(product));
          times.remember(product);
          applied++;
        }
      }
    } catch (IOException e) {
      throw new IndexException("cannot write to " + folder, e);
    }
    return new ApplyResult(applied, products.size() - applied);
  }

  /**
   * Makes all that was applied visible to readers, in one step. Changes nothing when nothing was
   * applied since the last time. After any failure but {@link FencedException} it can be called
   * again.
   *
   * @throws FencedException when another writer has published meanwhile
   */
  public IndexVersion publish() {
    requireUnfenced();
    try {
      writer.commit();
      times.reopen();
      IndexCommit commit = commits.snapshot();
      try {
        Published before = lastPublished();
        if (before == null || before.commit() != commit.getGeneration()) {
          before = publish(commit, before);
          published = before;
        }
        return before.version();
      } finally {
        commits.release(commit);
        writer.deleteUnusedFiles();
      }
    } catch (FencedException e) {
      fenced = true;
      throw e;
    } catch (IOException e) {
      throw new IndexException("cannot publish from " + folder, e);
    }
  }

  /** Considers that an attempt whose answer got lost may have succeeded. */
  private @Nullable Published lastPublished() {
    Attempt last = attempt;
    if (last != null) {
      publication
          .current()
          .filter(pointer -> pointer.manifest().equals(last.key()))
          .ifPresent(pointer -> published = new Published(pointer, last.manifest(), last.commit()));
      attempt = null;
    }
    return published;
  }

  private Published publish(IndexCommit commit, @Nullable Published before) throws IOException {
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            before == null ? 1 : before.manifest().generation() + 1,
            before == null ? ids.get() : before.manifest().lineage(),
            clock.instant(),
            times.products(),
            upload(commit, Optional.ofNullable(before)));
    String key = manifest.key(ids.get());
    attempt = new Attempt(key, manifest, commit.getGeneration());
    Pointer pointer = publication.publish(manifest, key, before == null ? null : before.pointer());
    attempt = null;
    return new Published(pointer, manifest, commit.getGeneration());
  }

  private List<ManifestFile> upload(IndexCommit commit, Optional<Published> before)
      throws IOException {
    List<ManifestFile> all = new ArrayList<>();
    List<Runnable> uploads = new ArrayList<>();
    for (String name : new TreeSet<>(commit.getFileNames())) {
      ManifestFile file = describe(name);
      all.add(file);
      if (before.flatMap(published -> published.file(name)).filter(file::equals).isEmpty()) {
        uploads.add(
            () ->
                publication
                    .store()
                    .upload(publication.key(file.key()), folder.resolve(file.name())));
      }
    }
    Transfers.run(uploads);
    return all;
  }

  private ManifestFile describe(String name) throws IOException {
    Directory directory = files.directory();
    try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
      return ManifestFile.of(name, directory.fileLength(name), CodecUtil.retrieveChecksum(input));
    }
  }

  /**
   * Deletes what is named only by versions that are both older than {@code minimumAge} and not
   * among the last {@code generations}.
   *
   * @return how many objects were deleted
   */
  public int collectGarbage(int generations, Duration minimumAge) {
    return new IndexHistory(publication, clock, ids).collectGarbage(generations, minimumAge);
  }

  /**
   * Merges segments whatever their size, which takes up to minutes: not for the path of changes.
   * Takes effect with the next {@link #publish}.
   */
  public void mergeBigSegments() {
    requireUnfenced();
    try {
      writer.getConfig().setMergePolicy(WriterSettings.bigMerges());
      writer.forceMergeDeletes();
      writer.maybeMerge();
    } catch (IOException e) {
      throw new IndexException("cannot merge in " + folder, e);
    } finally {
      writer.getConfig().setMergePolicy(WriterSettings.smallMerges());
    }
  }

  private long latestCommit() throws IOException {
    IndexCommit commit = commits.snapshot();
    try {
      return commit.getGeneration();
    } finally {
      commits.release(commit);
    }
  }

  private void requireUnfenced() {
    if (fenced) {
      throw new FencedException();
    }
  }

  @Override
  public void close() {
    try {
      times.close();
      writer.close(); // without a commit: what was not published is given up
      files.close();
    } catch (IOException e) {
      throw new IndexException("cannot close the writer in " + folder, e);
    }
  }
}
