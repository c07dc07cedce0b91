package com.aisle.orders;

import com.aisle.events.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A document is no order event; says each place that is wrong, and why. */
public final class InvalidOrderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never sent anywhere
  private final List<Violation> violations;

  public InvalidOrderException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }

  /** All of them in one line. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
