package com.aisle.local.pinecone;

import io.grpc.Status;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.UpdateRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;

/**
 * The records of one namespace.
 *
 * <p>A write goes to the log, waits until it may be seen, changes {@code recent}, and is later
 * moved into the segments by {@link #maintain}. {@code recent} hides the segments' record of the
 * same id; an empty entry hides a deleted one.
 */
final class Namespace implements AutoCloseable {

  /** Searching recent records is a scan: this many take about as long as a search of a graph. */
  private static final int RECENT_SOFT_LIMIT = 2_000;

  /** Keeps a writer that is faster than the graph from filling the memory. */
  private static final int RECENT_HARD_LIMIT = 30_000;

  private static final long QUIET_MILLIS = 1_000;

  /** The order of Pinecone's and Lucene's ids, which String's own is not beyond U+FFFF. */
  private static final Comparator<String> BY_CODE_POINTS =
      Comparator.comparing(id -> id.codePoints().toArray(), Arrays::compare);

  private record Pending(Mutation mutation, long number, Instant written) {}

  private final Metric metric;
  private final Faults faults;
  private final Segments segments;
  private final WriteLog log;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Object maintenance = new Object();
  private final Map<String, Optional<StoredVector>> recent = new HashMap<>();
  private final Queue<Pending> pending = new ArrayDeque<>();
  private long lastApplied;
  private Instant lastWritten;
  private boolean closed;

  private Namespace(Path directory, Metric metric, Faults faults) throws IOException {
    this.metric = metric;
    this.faults = faults;
    this.segments = Segments.open(directory.resolve("segments"), metric);
    this.lastApplied = segments.lastWrite();
    this.lastWritten = faults.now();
    this.log = WriteLog.open(directory.resolve("log"), lastApplied, this::enqueueAgain);
    try (Held _ = hold(lock.writeLock())) {
      applyAll();
    }
  }

  static Namespace open(Path directory, Metric metric, Faults faults) throws IOException {
    return new Namespace(directory, metric, faults);
  }

  private void enqueueAgain(Mutation mutation, long number) {
    pending.add(new Pending(mutation, number, Instant.MIN));
  }

  /** Logs the write; reads see it when the visibility delay is over. */
  void write(Mutation mutation) throws IOException {
    makeRoom();
    try (Held _ = hold(lock.writeLock())) {
      long number = log.append(mutation);
      lastWritten = faults.now();
      pending.add(new Pending(mutation, number, lastWritten));
      applyDue();
    }
  }

  private void makeRoom() throws IOException {
    while (recentSize() >= RECENT_HARD_LIMIT) {
      moveToSegments();
    }
  }

  /** How many records an update would change. */
  int countMatches(UpdateRequest update) throws IOException {
    return read(() -> idsOf(update).size());
  }

  Map<String, StoredVector> find(List<String> ids) throws IOException {
    return read(
        () -> {
          Map<String, StoredVector> found = new HashMap<>();
          for (String id : ids) {
            find(id).ifPresent(vector -> found.put(id, vector));
          }
          return found;
        });
  }

  List<String> ids(MetadataFilter filter) throws IOException {
    return read(() -> matching(filter).stream().sorted(BY_CODE_POINTS).toList());
  }

  /** The first ids in order that begin with the prefix and come after the other one. */
  List<String> ids(String prefix, String after, int limit) throws IOException {
    // No id lies between one and the same with a zero behind it.
    String from = after.isEmpty() ? prefix : after + '\0';
    return read(
        () -> {
          Stream<String> fresh =
              recentRecords(MetadataFilter.ALL)
                  .map(StoredVector::id)
                  .filter(id -> id.startsWith(prefix) && BY_CODE_POINTS.compare(id, from) >= 0);
          return Stream.concat(fresh, segments.ids(prefix, from, limit, recent.keySet()).stream())
              .sorted(BY_CODE_POINTS)
              .limit(limit)
              .toList();
        });
  }

  int count(MetadataFilter filter) throws IOException {
    return read(
        () ->
            segments.count(filter, recent.keySet())
                + Math.toIntExact(recentRecords(filter).count()));
  }

  /** The nearest records; each is turned into an answer while nothing can change it. */
  <T> List<T> nearest(NearestQuery query, Function<Found, T> answer) throws IOException {
    return read(
        () -> {
          NearestHits hits = new NearestHits(query.limit(), metric);
          recentRecords(query.filter())
              .filter(vector -> query.reaches(vector.values(), vector.sparse()))
              .forEach(
                  vector ->
                      hits.offer(
                          vector.id(), query.score(metric, vector.values(), vector.sparse())));
          segments.search(query, recent.keySet(), hits);
          return hits.nearestFirst().stream()
              .map(hit -> answer.apply(new Found(hit.id(), hit.score(), this::record)))
              .toList();
        });
  }

  /** A hit whose record is read only when it is asked for. */
  record Found(String id, float score, Function<String, StoredVector> records) {
    StoredVector vector() {
      return records.apply(id);
    }
  }

  private StoredVector record(String id) {
    try {
      return find(id).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<StoredVector> find(String id) throws IOException {
    Optional<StoredVector> fresh = recent.get(id);
    return fresh != null ? fresh : segments.find(id);
  }

  private Stream<StoredVector> recentRecords(MetadataFilter filter) {
    return recent.values().stream()
        .flatMap(Optional::stream)
        .filter(vector -> filter.matches(vector.metadata()));
  }

  private List<String> matching(MetadataFilter filter) throws IOException {
    List<String> ids = new ArrayList<>(segments.ids(filter, recent.keySet()));
    recentRecords(filter).map(StoredVector::id).forEach(ids::add);
    return ids;
  }

  private List<String> idsOf(UpdateRequest update) throws IOException {
    if (update.hasFilter()) {
      return matching(MetadataFilterParser.parse(update.getFilter()));
    }
    return find(update.getId()).map(vector -> List.of(vector.id())).orElse(List.of());
  }

  private void applyDue() throws IOException {
    Instant until = faults.visibleUntil();
    for (Pending next = pending.peek();
        next != null && !next.written().isAfter(until);
        next = pending.peek()) {
      apply(pending.remove());
    }
  }

  private void applyAll() throws IOException {
    while (!pending.isEmpty()) {
      apply(pending.remove());
    }
  }

  private void apply(Pending write) throws IOException {
    switch (write.mutation()) {
      case Mutation.Upsert(var upsert) ->
          upsert
              .getVectorsList()
              .forEach(each -> recent.put(each.getId(), Optional.of(StoredVector.of(each))));
      case Mutation.Update(var update) -> {
        for (String id : idsOf(update)) {
          recent.put(id, find(id).map(vector -> vector.updated(update)));
        }
      }
      case Mutation.Delete(var delete) ->
          idsOf(delete).forEach(id -> recent.put(id, Optional.empty()));
    }
    lastApplied = write.number();
  }

  private List<String> idsOf(DeleteRequest delete) throws IOException {
    if (delete.getIdsCount() > 0) {
      return delete.getIdsList();
    }
    return matching(
        delete.getDeleteAll()
            ? MetadataFilter.ALL
            : MetadataFilterParser.parse(delete.getFilter()));
  }

  /** Moves recent writes into the segments when they are many or nothing was written lately. */
  void maintain() throws IOException {
    boolean due;
    try (Held _ = hold(lock.writeLock())) {
      applyDue();
      boolean quiet = lastWritten.isBefore(faults.now().minusMillis(QUIET_MILLIS));
      due = recent.size() >= RECENT_SOFT_LIMIT || (quiet && !recent.isEmpty());
    }
    if (due) {
      moveToSegments();
    }
  }

  private int recentSize() {
    try (Held _ = hold(lock.readLock())) {
      return recent.size();
    }
  }

  private void moveToSegments() throws IOException {
    synchronized (maintenance) {
      Map<String, Optional<StoredVector>> moved;
      long through;
      try (Held _ = hold(lock.writeLock())) {
        moved = Map.copyOf(recent);
        through = lastApplied;
        log.rotate();
      }
      segments.write(moved, through);
      DirectoryReader reader = segments.newest();
      try (Held _ = hold(lock.writeLock())) {
        segments.show(reader);
        // An entry that was written again meanwhile is another one, and stays.
        moved.forEach(recent::remove);
        log.dropThrough(through);
      }
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T read(Reading<T> reading) throws IOException {
    try (Held _ = hold(lock.readLock())) {
      if (nothingDue()) {
        return reading.read();
      }
    }
    try (Held _ = hold(lock.writeLock())) {
      applyDue();
      return reading.read();
    }
  }

  private boolean nothingDue() {
    Pending next = pending.peek();
    return next == null || next.written().isAfter(faults.visibleUntil());
  }

  private interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private Held hold(Lock wanted) {
    wanted.lock();
    if (closed) {
      wanted.unlock();
      throw Status.NOT_FOUND.withDescription("Namespace not found").asRuntimeException();
    }
    return wanted::unlock;
  }

  @Override
  public void close() throws IOException {
    synchronized (maintenance) {
      try (Held _ = hold(lock.writeLock())) {
        closed = true;
        log.close();
        segments.close();
      }
    }
  }
}
