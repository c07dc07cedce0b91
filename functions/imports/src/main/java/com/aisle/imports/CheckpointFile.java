package com.aisle.imports;

import com.aisle.storage.Condition;
import com.aisle.storage.ConditionFailedException;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StoredObject;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checkpoint of one file in the bucket. A worker writes it only over what it has read or
 * written itself, so of two workers on one file the slower one stops.
 */
final class CheckpointFile {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ObjectStore store;
  private final String key;
  private @Nullable String tag;

  CheckpointFile(ObjectStore store, String key) {
    this.store = store;
    this.key = key;
  }

  Optional<Checkpoint> load() {
    Optional<StoredObject> object = store.get(key);
    tag = object.map(StoredObject::tag).orElse(null);
    return object.map(o -> MAPPER.readValue(o.bytes(), Checkpoint.class));
  }

  /**
   * Writes the checkpoint.
   *
   * @throws TakenOverException when another worker has written since
   */
  void save(Checkpoint checkpoint) {
    byte[] bytes = MAPPER.writeValueAsBytes(checkpoint);
    try {
      tag = store.put(key, bytes, tag == null ? Condition.absent() : Condition.unchanged(tag));
    } catch (ConditionFailedException e) {
      tag = tagOfOwn(bytes).orElseThrow(() -> new TakenOverException(key, e));
    }
  }

  /** The store repeats a call whose answer is lost; then it was this worker that came first. */
  private Optional<String> tagOfOwn(byte[] bytes) {
    return store
        .get(key)
        .filter(object -> Arrays.equals(object.bytes(), bytes))
        .map(StoredObject::tag);
  }
}
