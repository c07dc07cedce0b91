package com.aisle.local.launcher.traffic;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.shop.Device;
import com.aisle.local.launcher.shop.Sender;
import com.aisle.local.launcher.shop.Shopper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Visits side by side, of which one after the other goes on by a step. Seeded. */
final class Traffic {
  private static final List<String> COUNTRIES =
      List.of("GB", "GB", "GB", "GB", "GB", "DE", "FR", "IE", "NL", "HK", "US");
  private static final int SHOPPERS = 400;

  private final Store store;
  private final Queries queries;
  private final Clock clock;
  private final String name;
  private final RandomGenerator random;
  private final List<LiveVisit> going = new ArrayList<>();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong searches = new AtomicLong();
  private final AtomicLong orders = new AtomicLong();
  private final AtomicReference<@Nullable String> lastError = new AtomicReference<>();
  private long visits;

  /**
   * Traffic of which nothing has happened yet.
   *
   * @param name begins the ids of its visits, so that two runs do not share one
   * @param sideBySide how many visits go on at a time
   */
  Traffic(Store store, Queries queries, Clock clock, String name, int sideBySide, long seed) {
    this.store = store;
    this.queries = queries;
    this.clock = clock;
    this.name = name;
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < sideBySide; i++) {
      going.add(visit());
    }
  }

  /** What has happened up to now. */
  record Counts(long events, long accepted, long errors, long searches, long orders) {}

  Counts counts() {
    return new Counts(events.get(), accepted.get(), errors.get(), searches.get(), orders.get());
  }

  Optional<String> lastError() {
    return Optional.ofNullable(lastError.get());
  }

  /** One of the visits goes on; returns how many events that were. */
  int step() {
    int index = random.nextInt(going.size());
    LiveVisit visit = going.get(index);
    try {
      LiveVisit.Step step = visit.step();
      count(step);
      return step.events();
    } catch (LauncherException e) {
      errors.incrementAndGet();
      lastError.set(String.valueOf(e.getMessage()));
      return 1;
    } finally {
      if (visit.isOver()) {
        going.set(index, visit());
      }
    }
  }

  private void count(LiveVisit.Step step) {
    events.addAndGet(step.events());
    accepted.addAndGet(step.accepted());
    searches.addAndGet(step.searched() ? 1 : 0);
    orders.addAndGet(step.ordered() ? 1 : 0);
  }

  private LiveVisit visit() {
    int number = random.nextInt(SHOPPERS);
    Optional<String> user =
        number % 3 == 0 ? Optional.of("traffic-user-" + number) : Optional.empty();
    return new LiveVisit(
        store,
        queries,
        new Sender(Device.any(random), COUNTRIES.get(random.nextInt(COUNTRIES.size()))),
        new Shopper("traffic-" + number, user),
        "%s-%d".formatted(name, ++visits),
        new SplittableRandom(random.nextLong()),
        clock);
  }
}
