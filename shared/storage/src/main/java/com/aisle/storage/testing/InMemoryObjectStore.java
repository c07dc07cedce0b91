package com.aisle.storage.testing;

import com.aisle.storage.Condition;
import com.aisle.storage.ConditionFailedException;
import com.aisle.storage.NoSuchObjectException;
import com.aisle.storage.ObjectHead;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.ObjectSummary;
import com.aisle.storage.StorageException;
import com.aisle.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object store in memory that keeps the port's contract, for tests. It can be told to fail: see
 * {@link #fail}. Safe for use by several threads.
 */
public final class InMemoryObjectStore implements ObjectStore {

  /** What can be made to fail. */
  public enum Operation {
    /** head, get, getIfChanged, open, download. */
    READ,
    /** put and upload: nothing is written. */
    WRITE,
    /** put and upload: the object is written, but the caller never learns it. */
    ANSWER_OF_WRITE,
    /** delete: nothing is deleted if any key of the call matches. */
    DELETE,
    LIST
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(byte[] bytes, String tag, Instant modified, Map<String, String> metadata) {}

  private record Failure(Operation operation, String keyPrefix) {}

  private final Clock clock;
  private final NavigableMap<String, Entry> objects = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private long writes;

  public InMemoryObjectStore() {
    this(Clock.systemUTC());
  }

  public InMemoryObjectStore(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets the next {@code times} operations of this kind on a key that begins with {@code keyPrefix}
   * throw a {@link StorageException}.
   */
  public synchronized void fail(Operation operation, String keyPrefix, int times) {
    for (int i = 0; i < times; i++) {
      failures.add(new Failure(operation, keyPrefix));
    }
  }

  /** Forgets the failures that have not happened yet. */
  public synchronized void heal() {
    failures.clear();
  }

  /** Writes an object with metadata, as a client from outside would. */
  public synchronized String putWithMetadata(
      String key, byte[] bytes, Map<String, String> metadata) {
    return store(key, bytes, metadata);
  }

  /** Every key, in order. */
  public synchronized List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  @Override
  public synchronized Optional<ObjectHead> head(String key) {
    return read(key).map(InMemoryObjectStore::head);
  }

  @Override
  public synchronized Optional<StoredObject> get(String key) {
    return read(key).map(entry -> new StoredObject(entry.bytes().clone(), entry.tag()));
  }

  @Override
  public synchronized Optional<StoredObject> getIfChanged(String key, String knownTag) {
    return get(key).filter(object -> !object.tag().equals(knownTag));
  }

  @Override
  public synchronized InputStream open(String key, long offset) {
    byte[] bytes = read(key).orElseThrow(() -> new NoSuchObjectException(key)).bytes();
    if (offset < 0 || offset > bytes.length) {
      throw new StorageException("no byte %d in %s".formatted(offset, key), null);
    }
    return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) offset, bytes.length));
  }

  @Override
  public synchronized void download(String key, Path target) {
    byte[] bytes = read(key).orElseThrow(() -> new NoSuchObjectException(key)).bytes();
    try {
      Files.write(target, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StorageException("cannot write " + target, e);
    }
  }

  @Override
  public synchronized String put(String key, byte[] bytes, Condition condition) {
    failIfTold(Operation.WRITE, key);
    if (!holds(condition, objects.get(key))) {
      throw new ConditionFailedException(key);
    }
    String tag = store(key, bytes, Map.of());
    failIfTold(Operation.ANSWER_OF_WRITE, key);
    return tag;
  }

  @Override
  public void upload(String key, Path file) {
    try {
      put(key, Files.readAllBytes(file), Condition.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized Stream<ObjectSummary> list(String prefix) {
    failIfTold(Operation.LIST, prefix);
    return objects.tailMap(prefix).entrySet().stream()
        .takeWhile(object -> object.getKey().startsWith(prefix))
        .map(object -> summary(object.getKey(), object.getValue()))
        .toList()
        .stream();
  }

  @Override
  public synchronized void delete(Collection<String> keys) {
    keys.forEach(key -> failIfTold(Operation.DELETE, key));
    keys.forEach(objects::remove);
  }

  private static boolean holds(Condition condition, @Nullable Entry current) {
    return switch (condition) {
      case Condition.None() -> true;
      case Condition.Absent() -> current == null;
      case Condition.Unchanged(String tag) -> current != null && current.tag().equals(tag);
    };
  }

  private static ObjectHead head(Entry entry) {
    return new ObjectHead(entry.bytes().length, entry.tag(), entry.modified(), entry.metadata());
  }

  private static ObjectSummary summary(String key, Entry entry) {
    return new ObjectSummary(key, entry.bytes().length, entry.modified());
  }

  private Optional<Entry> read(String key) {
    failIfTold(Operation.READ, key);
    return Optional.ofNullable(objects.get(key));
  }

  private String store(String key, byte[] bytes, Map<String, String> metadata) {
    // Unlike S3's, this tag changes with every write: nobody may rely on equal content, equal tag.
    String tag = "\"%d\"".formatted(++writes);
    objects.put(key, new Entry(bytes.clone(), tag, clock.instant(), Map.copyOf(metadata)));
    return tag;
  }

  private void failIfTold(Operation operation, String key) {
    Optional<Failure> told =
        failures.stream()
            .filter(failure -> failure.operation() == operation)
            .filter(failure -> key.startsWith(failure.keyPrefix()))
            .findFirst();
    if (told.isPresent()) {
      failures.remove(told.get());
      throw new StorageException("told to fail: %s %s".formatted(operation, key), null);
    }
  }
}
