package com.aisle.local.pinecone;

import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** One index: its definition and its namespaces, each in a folder of its own. */
final class VectorIndex implements AutoCloseable {

  private static final String DEFAULT_NAMESPACE = "__default__";
  private static final String NAME_FILE = "name";
  private static final int MAX_NAMESPACE_BYTES = 100;

  private final Path directory;
  private final Faults faults;
  private final ConcurrentSkipListMap<String, Namespace> namespaces = new ConcurrentSkipListMap<>();
  private volatile IndexDefinition definition;
  private boolean closed;

  private VectorIndex(Path directory, IndexDefinition definition, Faults faults) {
    this.directory = directory;
    this.definition = definition;
    this.faults = faults;
  }

  static VectorIndex open(Path directory, IndexDefinition definition, Faults faults)
      throws IOException {
    VectorIndex index = new VectorIndex(directory, definition, faults);
    Files.createDirectories(index.namespacesDirectory());
    List<Path> folders;
    try (Stream<Path> paths = Files.list(index.namespacesDirectory())) {
      folders = paths.filter(path -> Files.exists(path.resolve(NAME_FILE))).toList();
    }
    for (Path folder : folders) {
      String name = Files.readString(folder.resolve(NAME_FILE));
      index.namespaces.put(name, Namespace.open(folder, definition.metric(), faults));
    }
    return index;
  }

  IndexDefinition definition() {
    return definition;
  }

  void configure(IndexDefinition newDefinition) {
    definition = newDefinition;
  }

  /** Pinecone's default namespace has two names, an empty one and this. */
  static String canonical(String namespace) {
    return namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace;
  }

  Optional<Namespace> namespace(String name) {
    return Optional.ofNullable(namespaces.get(canonical(name)));
  }

  NavigableMap<String, Namespace> namespaces() {
    return Collections.unmodifiableNavigableMap(namespaces);
  }

  synchronized Namespace namespaceOrNew(String name) throws IOException {
    String canonical = canonical(name);
    Namespace existing = namespaces.get(canonical);
    if (existing != null) {
      return existing;
    }
    if (closed) {
      throw Status.NOT_FOUND.withDescription("Index not found").asRuntimeException();
    }
    Path folder = folder(canonical);
    Files.createDirectories(folder);
    Namespace created = Namespace.open(folder, definition.metric(), faults);
    // Last, so that a folder whose making was cut short is not taken for a namespace.
    Files.writeString(folder.resolve(NAME_FILE), canonical);
    namespaces.put(canonical, created);
    return created;
  }

  private Path namespacesDirectory() {
    return directory.resolve("namespaces");
  }

  private Path folder(String namespace) {
    byte[] bytes = namespace.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_NAMESPACE_BYTES) {
      throw Requests.invalid(
          "At most %d bytes in a namespace's name, found %d"
              .formatted(MAX_NAMESPACE_BYTES, bytes.length));
    }
    return namespacesDirectory().resolve(HexFormat.of().formatHex(bytes));
  }

  synchronized void deleteNamespace(String name) throws IOException {
    Namespace namespace = namespaces.remove(canonical(name));
    if (namespace == null) {
      throw Status.NOT_FOUND.withDescription("Namespace not found").asRuntimeException();
    }
    namespace.close();
    Folders.delete(folder(canonical(name)));
  }

  void maintain() throws IOException {
    for (Namespace namespace : namespaces.values()) {
      namespace.maintain();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    for (Namespace namespace : namespaces.values()) {
      namespace.close();
    }
    namespaces.clear();
  }
}
