package com.aisle.catalogfunction;

import static com.aisle.catalogfunction.Catalog.UPDATED;
import static com.aisle.catalogfunction.Catalog.message;
import static com.aisle.catalogfunction.Catalog.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.catalog.Product;
import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.StorageException;
import com.aisle.storage.testing.InMemoryObjectStore.Operation;
import com.aisle.textindex.CatalogWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class CatalogServiceTest {

  private static final Map<String, String> TIDY =
      Map.of(
          "AISLE_INDEX_GARBAGE_EVERY", "2",
          "AISLE_INDEX_GENERATIONS_KEPT", "1",
          "AISLE_INDEX_MINUTES_KEPT", "1");

  @TempDir Path folder;
  private final RecordingFailedMessages failedMessages = new RecordingFailedMessages();
  private Catalog catalog;
  private IndexSession session;
  private CatalogService service;

  @BeforeEach
  void open() {
    catalog = new Catalog(folder);
    session = catalog.session(Map.of());
    service = service(session);
  }

  @AfterEach
  void close() {
    session.close();
    catalog.close();
  }

  @Test
  void batch_isPublishedAtOnce() {
    List<String> failed =
        service.write(
            List.of(
                message("1", product("a", "Red mug", 0), product("b", "Blue mug", 0)),
                message("2", product("c", "Sofa", 0))));

    assertThat(failed).isEmpty();
    assertThat(catalog.version().generation()).isEqualTo(1);
    assertThat(catalog.version().products()).isEqualTo(3);
    assertThat(catalog.titleOf("c")).hasValue("Sofa");
  }

  @Test
  void oldNews_changesNothing_whateverTheOrder() {
    service.write(
        List.of(
            message("1", product("a", "new", 2)),
            message("2", product("a", "old", 1)),
            message("3", Product.deleted("b", UPDATED.plusSeconds(2))),
            message("4", product("b", "back from the dead", 1))));

    assertThat(catalog.titleOf("a")).hasValue("new");
    assertThat(catalog.titleOf("b")).isEmpty();
  }

  @Test
  void sameBatchAgain_publishesNothing() {
    List<QueuedMessage> batch = List.of(message("1", product("a", "Red mug", 0)));
    service.write(batch);

    assertThat(service.write(batch)).isEmpty();
    assertThat(catalog.version().generation()).isEqualTo(1);
  }

  @Test
  void poison_isADeadLetter_andHoldsNobodyBack() {
    List<String> again =
        service.write(
            List.of(
                message("1", product("a", "Red mug", 0)),
                new QueuedMessage("2", "{\"schema\":1,\"products\":[{\"id\":\"x\"}]}", "catalog"),
                new QueuedMessage("3", "no JSON", "catalog"),
                message("4", product("b", "Blue mug", 0))));

    assertThat(again).isEmpty();
    assertThat(failedMessages.reasons()).containsOnlyKeys("2", "3");
    assertThat(failedMessages.reasons().get("2")).contains("/products/0", "title");
    assertThat(catalog.version().products()).isEqualTo(2);
    assertThat(catalog.titleOf("x")).isEmpty();
  }

  @Test
  void poisonAlone_publishesNothing() {
    assertThat(service.write(List.of(new QueuedMessage("1", "[]", "catalog")))).isEmpty();
    assertThat(failedMessages.reasons()).containsOnlyKeys("1");
    assertThat(catalog.objects.keys()).isEmpty();
  }

  @Test
  void otherWriter_wasFaster_theBatchIsAppliedToItsIndex() {
    service.write(List.of(message("1", product("a", "Red mug", 0))));
    try (CatalogWriter other = catalog.otherWriter()) {
      other.apply(List.of(product("b", "Blue mug", 0)));
      other.publish();
    }

    assertThat(service.write(List.of(message("2", product("c", "Sofa", 0))))).isEmpty();

    assertThat(catalog.version().products()).isEqualTo(3);
    assertThat(catalog.version().generation()).isEqualTo(3);
  }

  @Test
  void disk_lost_theBatchIsAppliedToThePublishedIndex() throws IOException {
    service.write(List.of(message("1", product("a", "Red mug", 0))));
    FileSystemUtils.deleteRecursively(folder.resolve("ours"));

    assertThat(service.write(List.of(message("2", product("b", "Blue mug", 0))))).isEmpty();

    assertThat(catalog.version().products()).isEqualTo(2);
  }

  @Test
  void crashBetweenUploadAndSwap_leavesTheOldVersion_andTheNextBatchGoesThrough() {
    service.write(List.of(message("1", product("a", "old", 0))));
    List<QueuedMessage> batch = List.of(message("2", product("a", "new", 1)));
    catalog.objects.fail(Operation.WRITE, "index/CURRENT", 2);

    assertThat(service.write(batch)).containsExactly("2");
    assertThat(failedMessages.delays()).containsEntry("2", Duration.ofSeconds(1));
    assertThat(catalog.titleOf("a")).hasValue("old");

    assertThat(service.write(batch)).isEmpty();
    assertThat(catalog.titleOf("a")).hasValue("new");
  }

  @Test
  void oneFailure_isNotSeenOutside() {
    catalog.objects.fail(Operation.WRITE, "index/", 1);

    assertThat(service.write(List.of(message("1", product("a", "Red mug", 0))))).isEmpty();
    assertThat(catalog.titleOf("a")).hasValue("Red mug");
  }

  @Test
  void publication_whoseAnswerWasLost_isNotDoneTwice() {
    service.write(List.of(message("1", product("a", "old", 0))));
    catalog.objects.fail(Operation.ANSWER_OF_WRITE, "index/CURRENT", 1);

    assertThat(service.write(List.of(message("2", product("a", "new", 1))))).isEmpty();

    assertThat(catalog.version().generation()).isEqualTo(2);
    assertThat(catalog.titleOf("a")).hasValue("new");
  }

  @Test
  void garbage_isCollectedAfterSoManyPublications() {
    publishVersions(service, 0, 5);
    session.close();
    IndexSession tidy = catalog.session(TIDY, Duration.ofHours(2));
    CatalogService tidyService = service(tidy);

    publishVersions(tidyService, 5, 1);
    assertThat(catalog.versions()).as("not after each publication").isEqualTo(6);
    publishVersions(tidyService, 6, 1);

    assertThat(catalog.versions()).isLessThan(6);
    assertThat(catalog.titleOf("a")).hasValue("mug 6");
    tidy.close();
  }

  @Test
  void garbage_thatCannotBeCollected_doesNoHarm() {
    session.close();
    IndexSession tidy = catalog.session(TIDY, Duration.ofHours(2));
    catalog.objects.fail(Operation.LIST, "", 1);
    catalog.objects.fail(Operation.DELETE, "", 1);

    publishVersions(service(tidy), 0, 4);

    assertThat(catalog.titleOf("a")).hasValue("mug 3");
    assertThat(failedMessages.delays()).isEmpty();
    tidy.close();
  }

  @Test
  void maintenance_leavesTheIndexAsItIs_orBetter() {
    for (int i = 0; i < 5; i++) {
      service.write(List.of(message("m" + i, product("p" + i, "mug " + i, 0))));
    }

    service.maintain();

    assertThat(catalog.version().products()).isEqualTo(5);
    assertThat(service.write(List.of(message("z", product("z", "Sofa", 0))))).isEmpty();
    assertThat(catalog.version().products()).isEqualTo(6);
  }

  @Test
  void maintenance_failing_letsTheNextBatchStartAnew() {
    service.write(List.of(message("1", product("a", "Red mug", 0))));
    session.close();
    catalog.objects.fail(Operation.READ, "index/CURRENT", 1);

    assertThatThrownBy(service::maintain).isInstanceOf(StorageException.class);

    service.write(List.of(message("2", product("b", "Blue mug", 0))));
    assertThat(catalog.version().products()).isEqualTo(2);
  }

  @Test
  void poisonAmongUnwritable_isADeadLetter_andTheOthersComeAgain() {
    catalog.objects.fail(Operation.WRITE, "index/CURRENT", 2);

    List<String> again =
        service.write(
            List.of(
                new QueuedMessage("1", "no JSON", "catalog"),
                message("2", product("a", "Red mug", 0))));

    assertThat(again).containsExactly("2");
    assertThat(failedMessages.reasons()).containsOnlyKeys("1");
  }

  @Test
  void snapshot_holdsNoWriter() {
    service.write(List.of(message("1", product("a", "Red mug", 0))));

    new SnapshotHooks(session).beforeCheckpoint(Core.getGlobalContext());
    try (CatalogWriter other = catalog.otherWriter()) {
      other.apply(List.of(product("b", "Blue mug", 0)));
      other.publish();
    }

    service.write(List.of(message("2", product("c", "Sofa", 0))));
    assertThat(catalog.version().products()).isEqualTo(3);
  }

  /** Makes a version of the index with each of so many changes of one product. */
  private static void publishVersions(CatalogService service, int from, int count) {
    for (int i = from; i < from + count; i++) {
      service.write(List.of(message("m" + i, product("a", "mug " + i, i))));
    }
  }

  private CatalogService service(IndexSession index) {
    return new CatalogService(new ProductJson(), index, new BatchProcessor(failedMessages));
  }
}
