package com.aisle.reports;

import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.WarehouseException.Kind;
import com.aisle.web.ProblemException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an answer again while it is fresh; asks the warehouse otherwise; and gives the last good
 * answer, with {@code staleSince}, when that fails.
 */
final class Answers {

  private static final Logger LOGGER = LoggerFactory.getLogger(Answers.class);
  private static final String STALE_SINCE = "staleSince";

  private final KeptAnswers kept;
  private final CircuitBreaker breaker;
  private final Duration fresh;
  private final Duration closedFresh;
  private final Duration pause;
  private final Clock clock;
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong misses = new AtomicLong();
  private final AtomicLong stale = new AtomicLong();

  /** How often an answer was given again, made, or given although it was old. */
  record Counts(long hits, long misses, long stale) {}

  Answers(KeptAnswers kept, CircuitBreaker breaker, ReportsConfig config, Clock clock) {
    this.kept = kept;
    this.breaker = breaker;
    this.fresh = config.fresh();
    this.closedFresh = config.closedFresh();
    this.pause = config.pause();
    this.clock = clock;
  }

  Counts counts() {
    return new Counts(hits.get(), misses.get(), stale.get());
  }

  /**
   * An answer to this question.
   *
   * @param question the same text for the same question
   * @param asking asks the warehouse
   * @throws ProblemException 503 when the warehouse is away and never answered this question; 422
   *     when the question asks for too much
   */
  ReportAnswer answer(String question, Supplier<ReportAnswer> asking) {
    ReportAnswer again =
        kept.inMemory(question).filter(this::isFresh).map(KeptAnswers.Kept::answer).orElse(null);
    if (again != null) {
      hits.incrementAndGet();
      return again;
    }
    try {
      misses.incrementAndGet();
      ReportAnswer answer = breaker.executeSupplier(asking).with(STALE_SINCE, null);
      kept.keep(question, answer);
      return answer;
    } catch (CallNotPermittedException e) {
      return last(question, null);
    } catch (WarehouseException e) {
      if (e.kind() == Kind.INVALID) {
        throw e;
      }
      return last(question, e);
    }
  }

  private boolean isFresh(KeptAnswers.Kept answer) {
    Duration until = answer.answer().closed() ? closedFresh : fresh;
    return clock.instant().isBefore(answer.made().plus(until));
  }

  private ReportAnswer last(String question, @Nullable WarehouseException failure) {
    if (failure != null) {
      LOGGER.warn("the warehouse gave no answer: {}", failure.getMessage());
    }
    ReportAnswer answer = kept.last(question).orElseThrow(() -> none(failure));
    stale.incrementAndGet();
    return answer.with(STALE_SINCE, answer.asOf());
  }

  private ProblemException none(@Nullable WarehouseException failure) {
    return failure != null && failure.kind() == Kind.LIMIT
        ? LimitProblem.of(failure)
        : ProblemException.unavailable(
            "the warehouse is away, and this question was not answered before",
            Duration.ofSeconds(Math.max(1, pause.toSeconds())));
  }
}
