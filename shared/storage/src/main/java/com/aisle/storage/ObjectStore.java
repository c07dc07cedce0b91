package com.aisle.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects by key in one bucket. Every method throws {@link StorageException} when the store cannot
 * be reached or refuses.
 */
public interface ObjectStore {

  /** Size, tag and metadata of the object, if there is one. */
  Optional<ObjectHead> head(String key);

  /** The whole object, if there is one; for small ones. */
  Optional<StoredObject> get(String key);

  /**
   * The whole object, if there is one whose tag is not {@code knownTag}: empty also when it is
   * unchanged, which costs the store next to nothing.
   */
  Optional<StoredObject> getIfChanged(String key, String knownTag);

  /**
   * The object's bytes from {@code offset} on, none when that is its end; the caller closes the
   * stream.
   *
   * @throws NoSuchObjectException when there is none
   */
  InputStream open(String key, long offset);

  /**
   * Writes the object into a new local file; one that is there already is left alone and the call
   * fails.
   *
   * @throws NoSuchObjectException when there is none
   */
  void download(String key, Path target);

  /**
   * Writes the whole object if the condition holds.
   *
   * <p>When an answer of the store is lost, the call is repeated and can then fail on its own first
   * attempt: who must know whether it was the writer reads the object.
   *
   * @return the new object's tag
   * @throws ConditionFailedException when the condition does not hold; nothing is written
   */
  String put(String key, byte[] bytes, Condition condition);

  /** Uploads a local file, replacing what was there. */
  void upload(String key, Path file);

  /** Every object whose key begins with this prefix, in the order of their keys. */
  Stream<ObjectSummary> list(String prefix);

  /** Deletes these objects; those that are not there are no error. */
  void delete(Collection<String> keys);
}
