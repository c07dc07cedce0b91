package com.aisle.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object store keeps to. Each test uses keys of its own. */
abstract class ObjectStoreContract {

  private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TWO = "two!".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private ObjectStore store;

  /** A store that holds nothing under the keys that the tests use. */
  abstract ObjectStore emptyStore();

  @BeforeEach
  void openStore() {
    store = emptyStore();
  }

  @Test
  void get_returnsWhatWasPut() {
    String tag = store.put("a/one", ONE, Condition.none());
    StoredObject object = store.get("a/one").orElseThrow();
    assertThat(object.bytes()).isEqualTo(ONE);
    assertThat(object.tag()).isEqualTo(tag);
  }

  @Test
  void get_nothingThere_isEmpty() {
    assertThat(store.get("a/none")).isEmpty();
    assertThat(store.getIfChanged("a/none", "\"x\"")).isEmpty();
    assertThat(store.head("a/none")).isEmpty();
  }

  @Test
  void getIfChanged_isEmptyUntilTheContentChanges() {
    String tag = store.put("a/one", ONE, Condition.none());
    assertThat(store.getIfChanged("a/one", tag)).isEmpty();
    String newTag = store.put("a/one", TWO, Condition.none());
    StoredObject object = store.getIfChanged("a/one", tag).orElseThrow();
    assertThat(object.bytes()).isEqualTo(TWO);
    assertThat(object.tag()).isEqualTo(newTag).isNotEqualTo(tag);
  }

  @Test
  void head_tellsSizeAndTag() {
    String tag = store.put("a/two", TWO, Condition.none());
    ObjectHead head = store.head("a/two").orElseThrow();
    assertThat(head.size()).isEqualTo(4);
    assertThat(head.tag()).isEqualTo(tag);
    assertThat(head.metadata()).isEmpty();
  }

  @Test
  void open_startsAtTheOffset() throws IOException {
    store.put("a/two", TWO, Condition.none());
    assertThat(read("a/two", 0)).isEqualTo("two!");
    assertThat(read("a/two", 2)).isEqualTo("o!");
    assertThat(read("a/two", 4)).isEmpty();
  }

  @Test
  void openAndDownload_nothingThere_fail() {
    assertThatThrownBy(() -> store.open("a/none", 0)).isInstanceOf(NoSuchObjectException.class);
    assertThatThrownBy(() -> store.open("a/none", 5)).isInstanceOf(NoSuchObjectException.class);
    assertThatThrownBy(() -> store.download("a/none", folder.resolve("none")))
        .isInstanceOf(NoSuchObjectException.class);
  }

  @Test
  void emptyObject_isAnObject() throws IOException {
    store.put("a/empty", new byte[0], Condition.none());
    assertThat(store.get("a/empty").orElseThrow().bytes()).isEmpty();
    assertThat(read("a/empty", 0)).isEmpty();
  }

  @Test
  void uploadAndDownload_keepEveryByte() throws IOException {
    byte[] bytes = new byte[300_000];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31));
    Path source = Files.write(folder.resolve("source"), bytes);
    store.upload("a/file", source);
    store.download("a/file", folder.resolve("copy"));
    assertThat(folder.resolve("copy")).hasBinaryContent(bytes);
  }

  @Test
  void download_ontoAFileThatExists_failsAndLeavesIt() throws IOException {
    store.put("a/one", ONE, Condition.none());
    Path target = Files.writeString(folder.resolve("target"), "mine");
    assertThatThrownBy(() -> store.download("a/one", target)).isInstanceOf(StorageException.class);
    assertThat(target).hasContent("mine");
  }

  @Test
  void putAbsent_secondTime_failsAndChangesNothing() {
    store.put("a/one", ONE, Condition.absent());
    assertThatThrownBy(() -> store.put("a/one", TWO, Condition.absent()))
        .isInstanceOf(ConditionFailedException.class);
    assertThat(store.get("a/one").orElseThrow().bytes()).isEqualTo(ONE);
  }

  @Test
  void putUnchanged_succeedsOnceForATag() {
    String tag = store.put("a/one", ONE, Condition.none());
    store.put("a/one", TWO, Condition.unchanged(tag));
    assertThatThrownBy(() -> store.put("a/one", ONE, Condition.unchanged(tag)))
        .isInstanceOf(ConditionFailedException.class);
    assertThat(store.get("a/one").orElseThrow().bytes()).isEqualTo(TWO);
  }

  @Test
  void putUnchanged_nothingThere_fails() {
    assertThatThrownBy(() -> store.put("a/none", ONE, Condition.unchanged("\"abc\"")))
        .isInstanceOf(ConditionFailedException.class);
    assertThat(store.get("a/none")).isEmpty();
  }

  @Test
  void putAbsent_racing_hasOneWinner() throws Exception {
    List<Callable<Boolean>> writers =
        IntStream.range(0, 8).mapToObj(i -> (Callable<Boolean>) () -> wins("a/race", i)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
      int winners = 0;
      for (Future<Boolean> won : threads.invokeAll(writers)) {
        winners += won.get() ? 1 : 0;
      }
      assertThat(winners).isOne();
    }
  }

  @Test
  void list_isInOrderOfKeysAndOnlyUnderThePrefix() {
    for (String key : List.of("b/2", "b/10", "c", "b/1/x", "a")) {
      store.put(key, ONE, Condition.none());
    }
    try (Stream<ObjectSummary> objects = store.list("b/")) {
      assertThat(objects)
          .allSatisfy(object -> assertThat(object.size()).isEqualTo(3))
          .extracting(ObjectSummary::key)
          .containsExactly("b/1/x", "b/10", "b/2");
    }
    assertThat(store.list("d/")).isEmpty();
  }

  @Test
  void delete_removesTheseAndIgnoresTheMissing() {
    store.put("a/1", ONE, Condition.none());
    store.put("a/2", ONE, Condition.none());
    store.delete(List.of("a/1", "a/none"));
    store.delete(List.of());
    assertThat(store.list("a/")).extracting(ObjectSummary::key).containsExactly("a/2");
  }

  @Test
  void listAndDelete_goBeyondAThousandObjects() {
    List<String> keys = IntStream.range(0, 1_005).mapToObj("many/%04d"::formatted).toList();
    keys.parallelStream().forEach(key -> store.put(key, ONE, Condition.none()));
    assertThat(store.list("many/")).extracting(ObjectSummary::key).isEqualTo(keys);
    store.delete(keys);
    assertThat(store.list("many/")).isEmpty();
  }

  @Test
  void unusualKeys_areKept() throws IOException {
    String key = "a/Größe 1+2 & 馬克杯 100%.json";
    store.put(key, ONE, Condition.absent());
    assertThat(store.list("a/")).extracting(ObjectSummary::key).containsExactly(key);
    assertThat(read(key, 0)).isEqualTo("one");
    store.delete(List.of(key));
    assertThat(store.get(key)).isEmpty();
  }

  private boolean wins(String key, int writer) {
    try {
      store.put(key, new byte[] {(byte) writer}, Condition.absent());
      return true;
    } catch (ConditionFailedException e) {
      return false;
    }
  }

  private String read(String key, long offset) throws IOException {
    try (InputStream stream = store.open(key, offset)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
