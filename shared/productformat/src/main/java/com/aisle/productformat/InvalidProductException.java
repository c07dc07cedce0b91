package com.aisle.productformat;

import java.util.List;
import java.util.stream.Collectors;

/** A document is not a product; tells everything that is wrong with it. */
public final class InvalidProductException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // always an immutable list of the JDK
  private final List<Violation> violations;

  public InvalidProductException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  InvalidProductException(String where, String what) {
    this(List.of(new Violation(where, what)));
  }

  /** Never empty. */
  public List<Violation> violations() {
    return violations;
  }
}
