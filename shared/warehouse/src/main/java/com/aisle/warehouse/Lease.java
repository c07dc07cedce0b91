package com.aisle.warehouse;

import com.aisle.warehouse.WarehouseException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to do something that one at a time may do. It is a table of generations: whoever wants
 * the next one inserts a row for it under a token that is the same for all, and of inserts with the
 * same token the server keeps the first. Who died holding it loses it when its time is over.
 */
public final class Lease implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Limits LIMITS = Limits.standard();

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS leases
      (name String, generation UInt64, owner String, until DateTime64(3, 'UTC'), released Bool)
      ENGINE = ReplacingMergeTree(generation) ORDER BY name
      SETTINGS non_replicated_deduplication_window = 1000
      """;

  // Of one generation there may be several rows: taken, renewed, released.
  private static final String NEWEST =
      """
      SELECT generation, any(owner) AS owner, max(until) AS until, max(released) AS released
      FROM leases WHERE name = {name:String}
      GROUP BY generation ORDER BY generation DESC LIMIT 1
      """;

  private final Warehouse warehouse;
  private final String name;
  private final Clock clock;
  private final Duration length;
  private final String owner = UUID.randomUUID().toString();
  private long generation;
  private int renewals;
  private Instant until = Instant.EPOCH;

  private record State(long generation, String owner, Instant until, boolean released) {

    boolean isFree(Instant now) {
      return released || until.isBefore(now);
    }
  }

  private Lease(Warehouse warehouse, String name, Clock clock, Duration length) {
    this.warehouse = warehouse;
    this.name = name;
    this.clock = clock;
    this.length = length;
  }

  /**
   * The lease, or nothing when somebody else holds it.
   *
   * @param name of what it is for: letters and hyphens
   * @param length after which it is lost without {@link #renew}
   */
  public static Optional<Lease> tryAcquire(
      Warehouse warehouse, String name, Clock clock, Duration length) {
    warehouse.execute(Statement.of(TABLE));
    Lease lease = new Lease(warehouse, name, clock, length);
    return lease.tryAcquire() ? Optional.of(lease) : Optional.empty();
  }

  /**
   * The same, but waits for it.
   *
   * @param patience how long to wait; then {@link WarehouseException.Kind#UNAVAILABLE}
   */
  static Lease acquire(
      Warehouse warehouse, String name, Clock clock, Duration length, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<Lease> lease = tryAcquire(warehouse, name, clock, length);
      if (lease.isPresent()) {
        return lease.get();
      }
      if (System.nanoTime() > deadline) {
        throw new WarehouseException(
            Kind.UNAVAILABLE,
            "somebody else has held the lease %s for %d s; run this again later"
                .formatted(name, patience.toSeconds()),
            null);
      }
      pause();
    }
  }

  private boolean tryAcquire() {
    State newest = newest();
    if (newest != null && !newest.isFree(clock.instant())) {
      return false;
    }
    generation = newest == null ? 1 : newest.generation() + 1;
    insert("take", false);
    return isHeld();
  }

  private boolean isHeld() {
    State newest = newest();
    return newest != null && newest.generation() == generation && newest.owner().equals(owner);
  }

  /**
   * Holds it for at least half of its length from now.
   *
   * @throws WarehouseException of kind UNAVAILABLE when somebody else has it by now
   */
  public void renew() {
    if (!isHeld()) {
      throw new WarehouseException(
          Kind.UNAVAILABLE, "the lease %s was lost to somebody else".formatted(name), null);
    }
    // Asking often is cheap, writing is not.
    if (clock.instant().isAfter(until.minus(length.dividedBy(2)))) {
      renewals++;
      insert("renew " + renewals, false);
    }
  }

  /** Lets go of it. */
  @Override
  public void close() {
    insert("release", true);
  }

  private void insert(String act, boolean released) {
    until = clock.instant().plus(length);
    String row =
        "{\"name\":\"%s\",\"generation\":%d,\"owner\":\"%s\",\"until\":\"%s\",\"released\":%b}"
            .formatted(name, generation, owner, Rows.time(until), released);
    warehouse.insert("leases", Rows.of(List.of(row)), "%s %d %s".formatted(name, generation, act));
  }

  private @Nullable State newest() {
    Statement statement = Statement.of(NEWEST).with("name", name);
    List<List<@Nullable Object>> rows = warehouse.query(statement, LIMITS).rows();
    if (rows.isEmpty()) {
      return null;
    }
    List<@Nullable Object> row = rows.getFirst();
    if (!(row.get(0) instanceof Long number && row.get(2) instanceof Instant until)) {
      throw new IllegalStateException("the table leases holds " + row);
    }
    return new State(number, String.valueOf(row.get(1)), until, Boolean.TRUE.equals(row.get(3)));
  }

  private static void pause() {
    try {
      new Semaphore(0).tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WarehouseException(Kind.UNAVAILABLE, "interrupted while waiting for a lease", e);
    }
  }
}
