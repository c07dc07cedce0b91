package com.aisle.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure has done so far, over all times that it was asked for.
 *
 * @param finishedAt null while it is under way, or if it broke off
 * @param clients pseudonyms of clients that went with the user
 * @param days whose roll-ups have to be built anew
 * @param erased rows or messages by where they were
 */
record Erasure(
    String id,
    long pseudonym,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    SortedSet<Long> clients,
    SortedSet<LocalDate> days,
    SortedMap<String, Long> erased) {

  static Erasure begin(Person person, Instant now) {
    return new Erasure(
        person.erasureId(),
        person.pseudonym(),
        now,
        null,
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeMap<>());
  }

  /** Everybody who is to be erased. */
  SortedSet<Long> pseudonyms() {
    SortedSet<Long> all = new TreeSet<>(clients);
    all.add(pseudonym);
    return all;
  }

  Erasure andAlso(SortedSet<Long> moreClients, SortedSet<LocalDate> moreDays) {
    SortedSet<Long> allClients = new TreeSet<>(clients);
    allClients.addAll(moreClients);
    SortedSet<LocalDate> allDays = new TreeSet<>(days);
    allDays.addAll(moreDays);
    return new Erasure(id, pseudonym, requestedAt, null, allClients, allDays, erased);
  }

  Erasure finished(Map<String, Long> now, Instant at) {
    SortedMap<String, Long> sum = new TreeMap<>(erased);
    now.forEach((place, count) -> sum.merge(place, count, Long::sum));
    return new Erasure(id, pseudonym, requestedAt, at, clients, days, sum);
  }

  long rows() {
    return erased.values().stream().mapToLong(Long::longValue).sum();
  }
}
