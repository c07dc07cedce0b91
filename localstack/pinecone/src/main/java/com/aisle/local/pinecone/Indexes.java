package com.aisle.local.pinecone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Every index of a data folder, which belongs to one process at a time. */
final class Indexes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);
  private static final String DEFINITION_FILE = "index.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path directory;
  private final Faults faults;
  private final FileChannel ownership;
  private final ConcurrentSkipListMap<String, VectorIndex> indexes = new ConcurrentSkipListMap<>();

  private Indexes(Path directory, Faults faults, FileChannel ownership) {
    this.directory = directory;
    this.faults = faults;
    this.ownership = ownership;
  }

  static Indexes open(Path data, Faults faults) throws IOException {
    Path directory = Files.createDirectories(data.resolve("indexes"));
    Indexes indexes = new Indexes(directory, faults, own(data));
    Folders.deleteRemains(directory);
    List<Path> folders;
    try (Stream<Path> paths = Files.list(directory)) {
      folders = paths.filter(path -> Files.exists(path.resolve(DEFINITION_FILE))).toList();
    }
    for (Path folder : folders) {
      IndexDefinition definition =
          IndexDefinition.fromJson(JSON.readTree(folder.resolve(DEFINITION_FILE).toFile()));
      indexes.indexes.put(definition.name(), VectorIndex.open(folder, definition, faults));
    }
    return indexes;
  }

  private static FileChannel own(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(data + " is in use by another stand-in: stop it or choose another");
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownedByThisProcess) {
      return null;
    }
  }

  Optional<VectorIndex> find(String name) {
    return Optional.ofNullable(indexes.get(name));
  }

  VectorIndex get(String name) {
    return find(name)
        .orElseThrow(
            () -> new ApiException(404, "NOT_FOUND", "Resource %s not found".formatted(name)));
  }

  Collection<VectorIndex> all() {
    return indexes.values();
  }

  synchronized VectorIndex create(IndexDefinition definition) throws IOException {
    if (indexes.containsKey(definition.name())) {
      throw new ApiException(409, "ALREADY_EXISTS", "Resource already exists");
    }
    save(definition);
    VectorIndex index = VectorIndex.open(folder(definition.name()), definition, faults);
    indexes.put(definition.name(), index);
    return index;
  }

  synchronized VectorIndex configure(String name, UnaryOperator<IndexDefinition> change)
      throws IOException {
    VectorIndex index = get(name);
    IndexDefinition changed = change.apply(index.definition());
    save(changed);
    index.configure(changed);
    return index;
  }

  synchronized void delete(String name) throws IOException {
    VectorIndex index = get(name);
    if (index.definition().isProtected()) {
      throw new ApiException(
          403,
          "FORBIDDEN",
          "Deletion protection is enabled for this index. Disable deletion protection before"
              + " retrying.");
    }
    indexes.remove(name);
    index.close();
    Folders.delete(folder(name));
  }

  private Path folder(String name) {
    return directory.resolve(name);
  }

  private void save(IndexDefinition definition) throws IOException {
    Path folder = Files.createDirectories(folder(definition.name()));
    Path draft = folder.resolve(DEFINITION_FILE + ".draft");
    Files.writeString(draft, definition.toJson().toPrettyString());
    Files.move(draft, folder.resolve(DEFINITION_FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Moves recent writes into Lucene; to be called every now and then. */
  void maintain() {
    for (VectorIndex index : indexes.values()) {
      try {
        index.maintain();
      } catch (IOException | RuntimeException e) {
        LOG.warn("index {} could not be maintained", index.definition().name(), e);
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      for (VectorIndex index : indexes.values()) {
        index.close();
      }
      indexes.clear();
      ownership.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
