package com.aisle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.storage.testing.InMemoryObjectStore;
import com.aisle.storage.testing.InMemoryObjectStore.Operation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryObjectStoreTest extends ObjectStoreContract {

  private static final byte[] BYTES = {1};

  private final InMemoryObjectStore store = new InMemoryObjectStore();

  @Override
  ObjectStore emptyStore() {
    return store;
  }

  @Test
  void fail_stopsThatManyMatchingOperations() {
    store.fail(Operation.WRITE, "a/", 1);
    store.put("b/1", BYTES, Condition.none());
    assertThatThrownBy(() -> store.put("a/1", BYTES, Condition.none()))
        .isInstanceOf(StorageException.class);
    assertThat(store.get("a/1")).isEmpty();
    store.put("a/1", BYTES, Condition.none());
    assertThat(store.keys()).containsExactly("a/1", "b/1");
  }

  @Test
  void failedAnswer_leavesTheObjectWritten() {
    store.fail(Operation.ANSWER_OF_WRITE, "a/", 1);
    assertThatThrownBy(() -> store.put("a/1", BYTES, Condition.none()))
        .isInstanceOf(StorageException.class);
    assertThat(store.get("a/1")).isPresent();
  }

  @Test
  void metadata_isToldByHead() {
    store.putWithMetadata("a/1", BYTES, Map.of("mapping", "m"));
    assertThat(store.head("a/1").orElseThrow().metadata()).containsEntry("mapping", "m");
  }
}
