package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.messaging.DeadLetters;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Warehouse;
import com.aisle.web.Router;
import com.aisle.web.StaffAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The parts of the people function, put together. */
final class PeopleFunction {

  private static final String ERASE = "DELETE /v1/people/{id}";
  private static final String EXPORT = "GET /v1/people/{id}/export";

  /** What it answers, as the template declares it. */
  static final Set<String> ROUTES = Set.of(ERASE, EXPORT);

  /** A person's rows may be anywhere in any table, so their columns are read as a whole. */
  private static final Limits LIMITS = Limits.standard().withTime(Duration.ofMinutes(2));

  private final Router router;

  PeopleFunction(
      Warehouse warehouse,
      DeadLetters deadLetters,
      Supplier<Pseudonyms> pseudonyms,
      Supplier<String> staffToken,
      Clock clock) {
    StaffAccess staff = new StaffAccess(staffToken);
    PersonReader people = new PersonReader(pseudonyms);
    ErasureService erasure = new ErasureService(warehouse, deadLetters, LIMITS, clock);
    ExportService export = new ExportService(warehouse, LIMITS);
    router =
        new Router(
            Map.of(
                ERASE, staff.guard(new EraseHandler(people, erasure)),
                EXPORT, staff.guard(new ExportHandler(people, export))));
  }

  Router router() {
    return router;
  }
}
