package com.aisle.textindex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * The files of a published version on the local disk, in a folder of their lineage. Open readers
 * keep files that are deleted here: the system drops a file only when nobody has it open any more.
 */
final class LocalFiles implements AutoCloseable {

  private final Publication publication;
  private final Path folder;
  private final Directory directory;
  private final Map<String, ManifestFile> present = new ConcurrentHashMap<>();

  private LocalFiles(Publication publication, Path folder) throws IOException {
    this.publication = publication;
    this.folder = Files.createDirectories(folder);
    this.directory = FSDirectory.open(folder);
  }

  /** An empty folder; whatever was in it is deleted. */
  static LocalFiles empty(Publication publication, Path folder) {
    try {
      deleteTree(folder);
      return new LocalFiles(publication, folder);
    } catch (IOException e) {
      throw new IndexException("cannot use the folder " + folder, e);
    }
  }

  Directory directory() {
    return directory;
  }

  Map<String, ManifestFile> present() {
    return Map.copyOf(present);
  }

  /** Takes over what another lineage has already fetched. */
  void link(LocalFiles other, Manifest manifest) {
    try {
      for (ManifestFile file : manifest.files()) {
        if (file.equals(other.present.get(file.name()))) {
          Files.createLink(folder.resolve(file.name()), other.folder.resolve(file.name()));
          present.put(file.name(), file);
        }
      }
    } catch (IOException e) {
      throw new IndexException("cannot link files in " + folder, e);
    }
  }

  /** Fetches what the version has and the folder lacks; afterwards no other commit is in it. */
  void fetch(Manifest manifest) {
    List<Runnable> missing = new ArrayList<>();
    for (ManifestFile file : manifest.files()) {
      if (!file.equals(present.get(file.name()))) {
        missing.add(() -> fetch(file));
      }
    }
    Transfers.run(missing);
    // Lucene opens the last commit that it sees, and reads every one that it sees.
    deleteBut(manifest, name -> name.startsWith(IndexFileNames.SEGMENTS));
  }

  /** Deletes all that the version does not have. */
  void retain(Manifest manifest) {
    deleteBut(manifest, name -> true);
  }

  private void deleteBut(Manifest manifest, Predicate<String> which) {
    Set<String> kept =
        manifest.files().stream().map(ManifestFile::name).collect(Collectors.toSet());
    try {
      for (String name : directory.listAll()) {
        if (which.test(name) && !kept.contains(name)) {
          directory.deleteFile(name);
          present.remove(name);
        }
      }
    } catch (IOException e) {
      throw new IndexException("cannot delete files in " + folder, e);
    }
  }

  private void fetch(ManifestFile file) {
    String part = file.name() + ".part";
    try {
      Files.deleteIfExists(folder.resolve(part));
      publication.store().download(publication.key(file.key()), folder.resolve(part));
      check(file, part);
      Files.move(
          folder.resolve(part),
          folder.resolve(file.name()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      present.put(file.name(), file);
    } catch (IOException e) {
      throw new IndexException("cannot fetch " + file.key(), e);
    }
  }

  private void check(ManifestFile file, String part) throws IOException {
    long size = directory.fileLength(part);
    if (size != file.size()) {
      throw new IndexException(
          "%s has %d bytes instead of %d".formatted(file.key(), size, file.size()), null);
    }
    try (IndexInput input = directory.openInput(part, IOContext.READONCE)) {
      // Throws CorruptIndexException when the content does not fit the footer's checksum.
      if (CodecUtil.checksumEntireFile(input) != file.checksum()) {
        throw new IndexException(file.key() + " has another checksum than its manifest says", null);
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Deletes the folder. */
  void drop() {
    try {
      close();
      deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
