package com.aisle.imports;

import com.aisle.catalog.Product;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import com.aisle.orders.OrderReader;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.Condition;
import com.aisle.storage.ObjectHead;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.ObjectSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Imports files, each upload once, however often it is asked for and wherever it was left off. */
final class ImportService {

  private static final System.Logger LOG = System.getLogger(ImportService.class.getName());
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ObjectStore store;
  private final Publisher productChanges;
  private final Publisher warehouse;
  private final Publisher ownQueue;
  private final ProductJson json;
  private final OrderReader orders = new OrderReader();
  private final Clock clock;
  private final Supplier<String> workerIds;
  private final Duration saveEvery;

  /**
   * @param warehouse where order events go
   * @param ownQueue brings a continuation back to {@link #handle}
   * @param workerIds a new id at each call
   * @param saveEvery how often checkpoint and report are written
   */
  ImportService(
      ObjectStore store,
      Publisher productChanges,
      Publisher warehouse,
      Publisher ownQueue,
      ProductJson json,
      Clock clock,
      Supplier<String> workerIds,
      Duration saveEvery) {
    this.store = store;
    this.productChanges = productChanges;
    this.warehouse = warehouse;
    this.ownQueue = ownQueue;
    this.json = json;
    this.clock = clock;
    this.workerIds = workerIds;
    this.saveEvery = saveEvery;
  }

  /**
   * Imports a file or goes on with it. When time is up, it asks through its own queue to be called
   * again. When another worker comes to the same file, this one leaves it to that one.
   */
  void handle(ImportRequest request, Instant stopAt) {
    Optional<ObjectHead> head =
        ImportFile.isOne(request.key()) ? store.head(request.key()) : Optional.empty();
    if (head.isEmpty()) {
      LOG.log(Level.INFO, "nothing to import at " + request.key());
      return;
    }
    ImportFile file = ImportFile.of(request.key(), head.get());
    if (request.importId() != null && !request.importId().equals(file.importId())) {
      LOG.log(Level.INFO, "a newer upload has replaced " + request.key());
      return;
    }
    CheckpointFile checkpoints = new CheckpointFile(store, file.checkpointKey());
    Optional<Checkpoint> last =
        checkpoints.load().filter(checkpoint -> checkpoint.importId().equals(file.importId()));
    if (last.isPresent() && last.get().isFinal()) {
      // The worker may have crashed between the two.
      writeReport(file, last.get());
      return;
    }
    String worker = workerIds.get();
    Checkpoint start =
        last.map(checkpoint -> checkpoint.takenOverBy(worker)).orElseGet(() -> begin(file, worker));
    work(file, start, checkpoints, stopAt);
  }

  private Checkpoint begin(ImportFile file, String worker) {
    try (Stream<ObjectSummary> old = store.list(file.rejectedPrefix())) {
      store.delete(old.map(ObjectSummary::key).toList());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Checkpoint.start(file.importId(), worker, now);
  }

  private void work(ImportFile file, Checkpoint start, CheckpointFile checkpoints, Instant stopAt) {
    try {
      readAndKeep(file, start, checkpoints, stopAt);
    } catch (TakenOverException e) {
      // Its own message brings the other worker back if it should fail.
      LOG.log(Level.INFO, e.getMessage());
    }
  }

  private void readAndKeep(
      ImportFile file, Checkpoint start, CheckpointFile checkpoints, Instant stopAt) {
    keep(file, start, checkpoints);
    Checkpoint end = read(file, start, checkpoints, stopAt);
    keep(file, end, checkpoints);
    if (!end.isFinal()) {
      ImportRequest rest = new ImportRequest(file.key(), file.importId());
      ownQueue.publish(List.of(Message.of(ImportRequests.continuation(rest))));
    }
    LOG.log(
        Level.INFO,
        "{0}: {1}, line {2}, {3} accepted, {4} rejected",
        file.key(),
        end.state().word(),
        end.line(),
        end.accepted(),
        end.rejected());
  }

  private Checkpoint read(
      ImportFile file, Checkpoint start, CheckpointFile checkpoints, Instant stopAt) {
    try {
      if (!file.hasKnownExtension()) {
        throw new UnreadableFileException("the file is neither .jsonl nor .jsonl.gz", null);
      }
      if (file.isOfOrders()) {
        return read(
            file,
            start,
            LineParser.ofOrders(orders),
            new OrderChunks(warehouse),
            checkpoints,
            stopAt);
      }
      LineParser<Product> parser = LineParser.of(store, file, json, start.startedAt());
      return read(
          file, start, parser, new ProductChunks(json, productChanges), checkpoints, stopAt);
    } catch (UnreadableFileException e) {
      return start.failed(e.reason(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.key(), e);
    }
  }

  private <T> Checkpoint read(
      ImportFile file,
      Checkpoint start,
      LineParser<T> parser,
      Chunks<T> chunks,
      CheckpointFile checkpoints,
      Instant stopAt)
      throws IOException {
    try (ImportSource source = ImportSource.open(store, file, start)) {
      RejectedLines rejectedLines = new RejectedLines(store, file, start);
      return new ImportRun<>(source, parser, chunks, rejectedLines, start, clock)
          .read(stopAt, saveEvery, checkpoint -> keep(file, checkpoint, checkpoints));
    }
  }

  private void keep(ImportFile file, Checkpoint checkpoint, CheckpointFile checkpoints) {
    checkpoints.save(checkpoint);
    writeReport(file, checkpoint);
  }

  private void writeReport(ImportFile file, Checkpoint checkpoint) {
    byte[] report = MAPPER.writeValueAsBytes(ImportReport.of(file, checkpoint));
    store.put(file.reportKey(), report, Condition.none());
  }
}
