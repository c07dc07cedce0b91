package com.aisle.search;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;

/** How long a failing vector store is left alone. */
final class Breakers {

  private Breakers() {}

  /** Opens after failures in a row, then lets one query try. */
  static CircuitBreaker vectors(SearchConfig config, Clock clock) {
    return CircuitBreaker.of(
        "vectors",
        CircuitBreakerConfig.custom()
            .slidingWindow(
                config.failuresBeforePause(),
                config.failuresBeforePause(),
                SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(100)
            .waitDurationInOpenState(config.pause())
            .permittedNumberOfCallsInHalfOpenState(1)
            .clock(clock)
            .build());
  }
}
