package com.aisle.local.launcher.demo;

import com.aisle.local.launcher.shop.EventsApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** The demo shop's last year: real orders, and visits that were made up around them. */
public final class DemoPast {
  private final OrderFile orders;
  private final Shift shift;
  private final Clock clock;

  /** A past that ends now, out of orders.csv.gz. */
  public DemoPast(Path orders, Clock clock) {
    this.orders = new OrderFile(orders);
    this.shift = Shift.to(clock, this.orders.end());
    this.clock = clock;
  }

  /** Writes the orders as Aisle imports them, into {@code target} (.jsonl.gz). */
  public void writeOrders(Path target) {
    OrderImportFile.write(orders, shift, target);
  }

  /**
   * What was posted.
   *
   * @param visits that they belong to
   */
  public record Posted(long visits, long events) {}

  /** Posts the visits to the API with this address; returns once it has taken all events. */
  public Posted postVisits(URI api) {
    try (EventsApi events = new EventsApi(api);
        VisitPoster poster = new VisitPoster(events::post)) {
      Visits visits = new Visits(shift, clock, poster::add);
      orders.forEach(visits::around);
      return new Posted(visits.count(), poster.finish());
    }
  }
}
