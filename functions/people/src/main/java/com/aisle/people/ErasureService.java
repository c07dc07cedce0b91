package com.aisle.people;

import com.aisle.events.Row;
import com.aisle.messaging.DeadLetters;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Erases people. Whatever breaks off is finished by asking again: what was found is noted before
 * anything goes, and to erase what is gone does nothing.
 */
final class ErasureService {

  static final String DEAD_LETTERS = "dead_letters";

  private final Warehouse warehouse;
  private final DeadLetters deadLetters;
  private final Audit audit;
  private final Limits limits;
  private final Clock clock;

  ErasureService(Warehouse warehouse, DeadLetters deadLetters, Limits limits, Clock clock) {
    this.warehouse = warehouse;
    this.deadLetters = deadLetters;
    this.audit = new Audit(warehouse, limits);
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Returns once nothing of this person is left; asked again, with the same answer unless more has
   * come since.
   */
  Erasure erase(Person person) {
    Instant now = clock.instant();
    Erasure before = audit.find(person).orElseGet(() -> Erasure.begin(person, now));
    SortedSet<Long> clients =
        person.kind() == Person.Kind.USER
            ? Clients.onlyOf(person, warehouse, limits)
            : new TreeSet<>();
    SortedSet<Long> everybody = new TreeSet<>(before.pseudonyms());
    everybody.addAll(clients);
    Map<String, Long> found = count(everybody);
    boolean nothingNew = found.isEmpty() && before.finishedAt() != null;
    Erasure erasure = before.andAlso(clients, days(everybody));
    if (!nothingNew) {
      // Noted first: once the rows are gone nobody could tell the days.
      audit.write(erasure, "begun:" + now);
      eraseRows(erasure, found);
    }
    int letters = deadLetters.revise(new LetterRevision(person, everybody));
    if (nothingNew && letters == 0) {
      return before;
    }
    found.merge(DEAD_LETTERS, (long) letters, Long::sum);
    Erasure finished = erasure.finished(found, clock.instant());
    audit.write(finished, "finished:" + finished.finishedAt());
    return finished;
  }

  private void eraseRows(Erasure erasure, Map<String, Long> found) {
    // Before and after, so that no roll-up in between is taken for the last.
    touch(erasure.days());
    for (PersonalTable table : PersonalTable.TABLES) {
      if (found.containsKey(table.name())) {
        warehouse.execute(table.erase(erasure.pseudonyms()));
      }
    }
    touch(erasure.days());
  }

  /** How many rows each table has, without those that have none. */
  private Map<String, Long> count(Collection<Long> pseudonyms) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (PersonalTable table : PersonalTable.TABLES) {
      long count = warehouse.query(table.count(pseudonyms), limits).single(Long.class);
      if (count > 0) {
        counts.put(table.name(), count);
      }
    }
    return counts;
  }

  private SortedSet<LocalDate> days(Collection<Long> pseudonyms) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (PersonalTable table : PersonalTable.TABLES) {
      if (table.counted()) {
        days.addAll(warehouse.query(table.days(pseudonyms), limits).values("day", LocalDate.class));
      }
    }
    return days;
  }

  /** Opens days again: until they are rolled up anew, reports count them from their rows. */
  private void touch(Collection<LocalDate> days) {
    if (days.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<String> rows =
        days.stream().map(day -> new Row().day("day", day).time("at", now).json()).toList();
    warehouse.insert("touched_days", Rows.of(rows), "people:" + now + ":" + rows.hashCode());
  }
}
