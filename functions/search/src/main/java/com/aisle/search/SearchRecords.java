package com.aisle.search;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import com.aisle.web.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes down the searches that were answered and sends them to the warehouse later. A search never
 * waits for that and never fails by it: what does not fit or cannot be sent is dropped, and counted
 * in the log. Thread-safe.
 */
final class SearchRecords {

  private static final Logger LOGGER = LoggerFactory.getLogger(SearchRecords.class);

  static final int MOST_WAITING = 1_000;

  /** Each attempt at a queue that is away holds the process for a while. */
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Publisher warehouse;
  private final Supplier<Pseudonyms> pseudonyms;
  private final ShopCalendar calendar;
  private final Clock clock;
  private final BlockingQueue<SearchRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private Instant pausedUntil = Instant.MIN;

  /**
   * Records for a queue.
   *
   * @param pseudonyms asked for at each sending, since their key may change
   */
  SearchRecords(
      Publisher warehouse, Supplier<Pseudonyms> pseudonyms, ShopCalendar calendar, Clock clock) {
    this.warehouse = warehouse;
    this.pseudonyms = pseudonyms;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Notes an answered search. */
  void add(Request request, SearchAnswer answer) {
    if (!waiting.offer(new SearchRecord(request, answer, clock.instant()))) {
      dropped.incrementAndGet();
    }
  }

  /** Sends what has been noted, unless the last attempt failed a moment ago. */
  synchronized void send() {
    if (waiting.isEmpty() || clock.instant().isBefore(pausedUntil)) {
      return;
    }
    List<SearchRecord> records = new ArrayList<>();
    waiting.drainTo(records);
    try {
      warehouse.publish(messages(records));
    } catch (RuntimeException e) {
      pausedUntil = clock.instant().plus(PAUSE_AFTER_FAILURE);
      dropped.addAndGet(records.size());
      LOGGER.warn("records of searches could not be sent: {}", e.toString());
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      LOGGER.warn("{} records of searches were dropped", lost);
    }
  }

  private List<Message> messages(List<SearchRecord> records) {
    Pseudonyms current = pseudonyms.get();
    List<Row> rows = records.stream().map(record -> record.row(current, calendar)).toList();
    return BehaviourMessage.write(BehaviourMessage.Kind.SEARCHES, rows).stream()
        .map(Message::of)
        .toList();
  }
}
