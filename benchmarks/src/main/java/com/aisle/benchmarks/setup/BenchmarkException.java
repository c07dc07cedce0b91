package com.aisle.benchmarks.setup;

/** Nothing can be measured; the message tells in one line what is missing and what to do. */
public final class BenchmarkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchmarkException(String message) {
    super(message);
  }

  public BenchmarkException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Checks a number that the caller gave.
   *
   * @throws BenchmarkException when it is not within these limits
   */
  public static void requireBetween(int least, int value, int most, String option) {
    if (value < least || value > most) {
      throw new BenchmarkException(
          "%s must be from %d to %d, not %d.".formatted(option, least, most, value));
    }
  }
}
