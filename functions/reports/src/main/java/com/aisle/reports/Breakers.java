package com.aisle.reports;

import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.WarehouseException.Kind;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;

/** How long a warehouse that is away is left alone, so that meanwhile answers cost nothing. */
final class Breakers {

  private Breakers() {}

  /** Opens after failures in a row, then lets one question try. */
  static CircuitBreaker warehouse(ReportsConfig config, Clock clock) {
    return CircuitBreaker.of(
        "warehouse",
        CircuitBreakerConfig.custom()
            .slidingWindow(
                config.failuresBeforePause(),
                config.failuresBeforePause(),
                SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(100)
            .waitDurationInOpenState(config.pause())
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordException(Breakers::isAway)
            .clock(clock)
            .build());
  }

  /** A question that is wrong or asks too much says nothing about the warehouse. */
  private static boolean isAway(Throwable failure) {
    return failure instanceof WarehouseException e && e.kind() == Kind.UNAVAILABLE;
  }
}
