package com.aisle.textindex;

import static com.aisle.textindex.Products.NOON;
import static com.aisle.textindex.Products.at;
import static com.aisle.textindex.Products.titled;
import static com.aisle.textindex.TestIndex.PREFIX;
import static com.aisle.textindex.TestIndex.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.catalog.Product;
import com.aisle.catalog.filter.FilterParser;
import com.aisle.storage.Condition;
import com.aisle.storage.ObjectSummary;
import com.aisle.storage.StorageException;
import com.aisle.storage.testing.InMemoryObjectStore.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {

  @TempDir Path folder;
  private TestIndex index;

  @BeforeEach
  void create() {
    index = new TestIndex(folder);
  }

  private static List<String> found(IndexMirror mirror, String text) {
    return mirror.read(searcher -> ids(searcher.search(TextQuery.of(text))));
  }

  private static Optional<Product> product(IndexMirror mirror, String id) {
    return mirror.read(searcher -> searcher.product(id));
  }

  private void publish(Product... products) {
    try (CatalogWriter writer = index.writer()) {
      writer.apply(List.of(products));
      writer.publish();
    }
  }

  @Test
  void nothingPublished_isSaid() {
    try (IndexMirror mirror = index.mirror()) {
      assertThatExceptionOfType(NoIndexException.class)
          .isThrownBy(() -> mirror.read(CatalogSearcher::version));
    }
  }

  @Test
  void emptyIndex_canBePublished() {
    publish();
    try (IndexMirror mirror = index.mirror()) {
      assertThat(found(mirror, "")).isEmpty();
      assertThat(mirror.read(CatalogSearcher::version).products()).isZero();
    }
  }

  @Test
  void oldNews_changesNothing() {
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      assertThat(
              writer.apply(
                  List.of(
                      at("a", "second", NOON.plusNanos(1)),
                      at("a", "first", NOON),
                      at("a", "third", NOON.plusNanos(2)),
                      at("a", "again", NOON.plusNanos(2)))))
          .isEqualTo(new ApplyResult(2, 2));
      writer.publish();
      assertThat(writer.apply(List.of(at("a", "first", NOON)))).isEqualTo(new ApplyResult(0, 1));
      assertThat(product(mirror, "a")).contains(at("a", "third", NOON.plusNanos(2)));
      assertThat(found(mirror, "second")).isEmpty();
    }
    try (CatalogWriter reopened = index.writer()) {
      assertThat(reopened.apply(List.of(at("a", "first", NOON)))).isEqualTo(new ApplyResult(0, 1));
    }
  }

  @Test
  void deleted_isFoundNeitherBySearchNorByNegationNorById() {
    publish(titled("a", "Mug"), titled("b", "Mug"));
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      writer.apply(List.of(Product.deleted("a", NOON.plusSeconds(1))));
      assertThat(writer.publish().products()).isEqualTo(1);
      assertThat(found(mirror, "mug")).containsExactly("b");
      assertThat(found(mirror, "")).containsExactly("b");
      TextQuery negation = TextQuery.of("").withFilter(FilterParser.parse("brand != X"));
      List<String> negated = mirror.read(s -> ids(s.search(negation)));
      assertThat(negated).containsExactly("b");
      Meaning meaning = new Meaning(List.of(new MeaningHit("a", 1)), 1, 0);
      List<String> near = mirror.read(s -> ids(s.search(TextQuery.of("mug"), meaning)));
      assertThat(near).containsExactly("b");
      assertThat(product(mirror, "a")).isEmpty();
      assertThat(writer.apply(List.of(titled("a", "Mug")))).isEqualTo(new ApplyResult(0, 1));
    }
  }

  @Test
  void publishWithoutChanges_writesNothing() {
    try (CatalogWriter writer = index.writer()) {
      writer.apply(List.of(titled("a", "Mug")));
      IndexVersion version = writer.publish();
      List<String> keys = index.store.keys();
      assertThat(writer.publish()).isEqualTo(version);
      assertThat(index.store.keys()).isEqualTo(keys);
    }
  }

  @Test
  void crashBeforeTheSwap_leavesTheOldVersion_andTheNextWriterGoesOn() {
    publish(titled("a", "Mug"));
    try (CatalogWriter crashing = index.writer()) {
      crashing.apply(List.of(titled("lost", "Lost mug")));
      index.store.fail(Operation.WRITE, PREFIX + "CURRENT", 1);
      assertThatExceptionOfType(StorageException.class).isThrownBy(crashing::publish);
    }
    try (IndexMirror mirror = index.mirror()) {
      assertThat(found(mirror, "mug")).containsExactly("a");
      // Its disk is lost: this writer uses the same file names again with other content.
      publish(titled("b", "Another mug"));
      mirror.refresh();
      assertThat(found(mirror, "mug")).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void failedUpload_canBePublishedAgain() {
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      writer.apply(List.of(titled("a", "Mug")));
      index.store.fail(Operation.WRITE, PREFIX + "files/", 1);
      assertThatExceptionOfType(StorageException.class).isThrownBy(writer::publish);
      writer.publish();
      assertThat(found(mirror, "mug")).containsExactly("a");
    }
  }

  @Test
  void swapWhoseAnswerGotLost_isNotTakenForAnotherWriter() {
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      writer.apply(List.of(titled("a", "Mug")));
      index.store.fail(Operation.ANSWER_OF_WRITE, PREFIX + "CURRENT", 1);
      assertThatExceptionOfType(StorageException.class).isThrownBy(writer::publish);
      assertThat(writer.publish().generation()).isEqualTo(1);
      writer.apply(List.of(titled("b", "Mug")));
      assertThat(writer.publish().generation()).isEqualTo(2);
      assertThat(found(mirror, "mug")).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void secondWriter_fencesTheFirst() {
    try (CatalogWriter first = index.writer();
        CatalogWriter second = index.writer();
        IndexMirror mirror = index.mirror()) {
      first.apply(List.of(titled("a", "Mug of the first")));
      second.apply(List.of(titled("b", "Mug of the second")));
      second.publish();
      assertThatExceptionOfType(FencedException.class).isThrownBy(first::publish);
      assertThatExceptionOfType(FencedException.class).isThrownBy(() -> first.apply(List.of()));
      assertThat(found(mirror, "mug")).containsExactly("b");
      publish(titled("a", "Mug of the first"));
      mirror.refresh();
      assertThat(found(mirror, "mug")).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void rollback_isANewVersionThatMirrorsFollowAndWritersAreFencedBy() {
    publish(titled("a", "Mug"));
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      writer.apply(List.of(titled("b", "Bad mug")));
      writer.publish();
      assertThat(found(mirror, "mug")).containsExactlyInAnyOrder("a", "b");
      IndexVersion first = index.history().versions().getLast();
      IndexVersion rolledBack = index.history().rollBackTo(first.manifest());
      assertThat(rolledBack.generation()).isEqualTo(3);
      assertThat(mirror.refresh()).isTrue();
      assertThat(found(mirror, "mug")).containsExactly("a");
      writer.apply(List.of(titled("c", "Mug")));
      assertThatExceptionOfType(FencedException.class).isThrownBy(writer::publish);
      publish(titled("d", "Good mug"));
      assertThat(mirror.refresh()).isTrue();
      assertThat(found(mirror, "mug")).containsExactlyInAnyOrder("a", "d");
    }
  }

  @Test
  void damagedObject_isRefused_andTheLocalVersionStays() {
    publish(titled("a", "Mug"));
    try (IndexMirror mirror = index.mirror()) {
      assertThat(found(mirror, "mug")).containsExactly("a");
      List<String> before = index.store.keys();
      publish(titled("b", "Mug"));
      String damaged =
          index.store.keys().stream()
              .filter(key -> key.contains("/files/") && key.contains(".cfs-"))
              .filter(key -> !before.contains(key))
              .findFirst()
              .orElseThrow();
      byte[] good = index.store.get(damaged).orElseThrow().bytes();
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      index.store.put(damaged, bad, Condition.none());
      assertThatExceptionOfType(IndexException.class).isThrownBy(mirror::refresh);
      assertThat(found(mirror, "mug")).containsExactly("a");
      index.store.put(damaged, good, Condition.none());
      assertThat(mirror.refresh()).isTrue();
      assertThat(found(mirror, "mug")).containsExactlyInAnyOrder("a", "b");
    }
  }

  @Test
  void refreshWhileReading_keepsTheReadersVersion() {
    publish(titled("a", "Mug"));
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      List<String> seen =
          mirror.read(
              searcher -> {
                writer.apply(List.of(at("a", "Kettle", NOON.plusSeconds(1))));
                writer.mergeBigSegments();
                writer.publish();
                assertThat(mirror.refresh()).isTrue();
                return ids(searcher.search(TextQuery.of("mug")));
              });
      assertThat(seen).containsExactly("a");
      assertThat(found(mirror, "mug")).isEmpty();
      assertThat(found(mirror, "kettle")).containsExactly("a");
    }
  }

  @Test
  void pointer_isCheckedByAge() {
    publish(titled("a", "Mug"));
    try (IndexMirror mirror = index.mirror()) {
      assertThat(found(mirror, "mug")).hasSize(1);
      publish(titled("b", "Mug"));
      assertThat(found(mirror, "mug")).as("checked just now").hasSize(1);
      index.clock.move(Duration.ofSeconds(2));
      Awaitility.await().untilAsserted(() -> assertThat(found(mirror, "mug")).hasSize(2));
      publish(titled("c", "Mug"));
      index.clock.move(Duration.ofSeconds(61));
      assertThat(found(mirror, "mug")).as("refreshed first").hasSize(3);
      publish(titled("d", "Mug"));
      mirror.expire();
      assertThat(found(mirror, "mug")).as("expired").hasSize(4);
    }
  }

  @Test
  void storeAway_goesUnnoticed() {
    publish(titled("a", "Mug"));
    try (IndexMirror mirror = index.mirror()) {
      assertThat(found(mirror, "mug")).hasSize(1);
      index.clock.move(Duration.ofSeconds(61));
      index.store.fail(Operation.READ, PREFIX, 1);
      assertThat(found(mirror, "mug")).hasSize(1);
      publish(titled("b", "Mug"));
      index.clock.move(Duration.ofSeconds(2));
      Awaitility.await().untilAsserted(() -> assertThat(found(mirror, "mug")).hasSize(2));
    }
  }

  @Test
  void garbage_isWhatNoKeptVersionNames() {
    try (CatalogWriter writer = index.writer()) {
      for (int i = 0; i < 30; i++) {
        writer.apply(List.of(at("a" + i % 7, "Mug " + i, NOON.plusSeconds(i))));
        writer.publish();
        index.clock.move(Duration.ofHours(2));
      }
      int before = index.store.keys().size();
      int deleted = writer.collectGarbage(3, Duration.ofHours(24));
      assertThat(deleted).isPositive();
      assertThat(index.store.keys()).hasSize(before - deleted);
      assertThat(index.history().versions()).hasSize(12);
      assertAllThere();
      index.clock.move(Duration.ofDays(30));
      writer.collectGarbage(0, Duration.ofHours(24));
      assertThat(index.history().versions()).hasSize(1);
      assertAllThere();
      try (IndexMirror mirror = index.mirror()) {
        assertThat(found(mirror, "mug")).hasSize(7);
      }
    }
  }

  /** Every file that a version names exists. */
  private void assertAllThere() {
    Publication publication = new Publication(index.store, PREFIX);
    List<String> keys = index.store.list(PREFIX).map(ObjectSummary::key).toList();
    for (IndexVersion version : index.history().versions()) {
      for (ManifestFile file : publication.manifest(version.manifest()).files()) {
        assertThat(keys).contains(publication.key(file.key()));
      }
    }
  }

  @Test
  void bigMerge_keepsEveryProduct() {
    try (CatalogWriter writer = index.writer();
        IndexMirror mirror = index.mirror()) {
      for (int i = 0; i < 5; i++) {
        int round = i;
        writer.apply(
            IntStream.range(0, 20)
                .mapToObj(n -> at("p" + n, "Mug", NOON.plusSeconds(round)))
                .toList());
        writer.publish();
      }
      writer.mergeBigSegments();
      writer.publish();
      long total = mirror.read(s -> s.search(TextQuery.of("mug")).total());
      assertThat(total).isEqualTo(20);
    }
  }

  @Test
  void laterFormat_isRefused() {
    publish(titled("a", "Mug"));
    Publication publication = new Publication(index.store, PREFIX);
    String key = publication.current().orElseThrow().manifest();
    String json =
        new String(index.store.get(PREFIX + key).orElseThrow().bytes(), StandardCharsets.UTF_8);
    byte[] later = json.replace("\"format\":1", "\"format\":2").getBytes(StandardCharsets.UTF_8);
    index.store.put(PREFIX + key, later, Condition.none());
    try (IndexMirror mirror = index.mirror()) {
      assertThatExceptionOfType(IndexException.class)
          .isThrownBy(mirror::refresh)
          .withMessageContaining("format 2");
    }
  }
}
