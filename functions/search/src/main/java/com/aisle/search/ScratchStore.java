package com.aisle.search;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds the small index that {@link Priming} searches, for one thread and a few seconds. */
final class ScratchStore implements ObjectStore {

  private final NavigableMap<String, StoredObject> objects = new TreeMap<>();

  @Override
  public Optional<ObjectHead> head(String key) {
    return get(key)
        .map(
            object -> new ObjectHead(object.bytes().length, object.tag(), Instant.EPOCH, Map.of()));
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  @Override
  public Optional<StoredObject> getIfChanged(String key, String knownTag) {
    return get(key).filter(object -> !object.tag().equals(knownTag));
  }

  @Override
  public InputStream open(String key, long offset) {
    byte[] bytes = existing(key).bytes();
    return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
  }

  @Override
  public void download(String key, Path target) {
    try {
      Files.write(target, existing(key).bytes());
    } catch (IOException e) {
      throw new StorageException("cannot write " + target, e);
    }
  }

  @Override
  public String put(String key, byte[] bytes, Condition condition) {
    boolean holds =
        switch (condition) {
          case Condition.None() -> true;
          case Condition.Absent() -> !objects.containsKey(key);
          case Condition.Unchanged(String tag) ->
              get(key).filter(object -> object.tag().equals(tag)).isPresent();
        };
    if (!holds) {
      throw new ConditionFailedException(key);
    }
    String tag = key + get(key).map(StoredObject::tag).orElse("");
    objects.put(key, new StoredObject(bytes, tag));
    return tag;
  }

  @Override
  public void upload(String key, Path file) {
    try {
      put(key, Files.readAllBytes(file), Condition.none());
    } catch (IOException e) {
      throw new StorageException("cannot read " + file, e);
    }
  }

  @Override
  public Stream<ObjectSummary> list(String prefix) {
    return objects.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .map(
            entry ->
                new ObjectSummary(entry.getKey(), entry.getValue().bytes().length, Instant.EPOCH));
  }

  @Override
  public void delete(Collection<String> keys) {
    keys.forEach(objects::remove);
  }

  private StoredObject existing(String key) {
    return get(key).orElseThrow(() -> new NoSuchObjectException(key));
  }
}
