package com.aisle.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to change the schema, held by one at a time. It is a table of generations: whoever
 * wants the next one inserts a row for it under a token that is the same for all, and of inserts
 * with the same token the server keeps the first. Who died holding it loses it when its time is
 * over.
 */
final class Lease implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Limits LIMITS = Limits.standard();

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS schema_leases
      (generation UInt64, owner String, until DateTime64(3, 'UTC'), released Bool)
      ENGINE = MergeTree ORDER BY generation SETTINGS non_replicated_deduplication_window = 1000
      """;

  private static final String NEWEST =
      """
      SELECT generation, any(owner) AS owner, max(until) AS until, max(released) AS released
      FROM schema_leases GROUP BY generation ORDER BY generation DESC LIMIT 1
      """;

  private final Warehouse warehouse;
  private final Clock clock;
  private final Duration length;
  private final String owner = UUID.randomUUID().toString();
  private long generation;
  private int renewals;

  private record State(long generation, String owner, Instant until, boolean released) {

    boolean isFree(Instant now) {
      return released || until.isBefore(now);
    }
  }

  private Lease(Warehouse warehouse, Clock clock, Duration length) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.length = length;
  }

  /**
   * Waits for the lease.
   *
   * @param length after which it is lost without {@link #renew}
   * @param patience how long to wait; then {@link WarehouseException.Kind#UNAVAILABLE}
   */
  static Lease acquire(Warehouse warehouse, Clock clock, Duration length, Duration patience) {
    warehouse.execute(Statement.of(TABLE));
    Lease lease = new Lease(warehouse, clock, length);
    long deadline = System.nanoTime() + patience.toNanos();
    while (!lease.tryAcquire()) {
      if (System.nanoTime() > deadline) {
        throw new WarehouseException(
            WarehouseException.Kind.UNAVAILABLE,
            "somebody else has been changing the schema for %d s: %s; run this again later"
                .formatted(patience.toSeconds(), lease.newest()),
            null);
      }
      pause();
    }
    return lease;
  }

  private boolean tryAcquire() {
    State newest = newest();
    if (newest != null && !newest.isFree(clock.instant())) {
      return false;
    }
    long next = newest == null ? 1 : newest.generation() + 1;
    insert(next, "take " + next, false);
    State taken = newest();
    generation = next;
    return taken != null && taken.generation() == next && taken.owner().equals(owner);
  }

  /** Holds it for its whole length again. */
  void renew() {
    renewals++;
    insert(generation, "renew %d %d".formatted(generation, renewals), false);
  }

  @Override
  public void close() {
    insert(generation, "release " + generation, true);
  }

  private void insert(long of, String token, boolean released) {
    String row =
        "{\"generation\":%d,\"owner\":\"%s\",\"until\":\"%s\",\"released\":%b}"
            .formatted(of, owner, clock.instant().plus(length), released);
    warehouse.insert("schema_leases", Rows.of(List.of(row)), token);
  }

  private @Nullable State newest() {
    List<List<@Nullable Object>> rows = warehouse.query(Statement.of(NEWEST), LIMITS).rows();
    if (rows.isEmpty()) {
      return null;
    }
    List<@Nullable Object> row = rows.getFirst();
    return new State(
        (Long) row.get(0),
        String.valueOf(row.get(1)),
        (Instant) row.get(2),
        Boolean.TRUE.equals(row.get(3)));
  }

  private static void pause() {
    try {
      new Semaphore(0).tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WarehouseException(
          WarehouseException.Kind.UNAVAILABLE, "interrupted while waiting for the schema", e);
    }
  }
}
