package com.aisle.local.host.function;

import java.time.Duration;

/** What became of an invocation. */
public final class Outcome {
  /** The kinds of outcome. */
  public enum Status {
    /** The function answered. */
    SUCCESS,
    /**
     * The function failed, ran too long, or its process ended; the payload is Lambda's error
     * object.
     */
    FUNCTION_ERROR,
    /** As many events are in work as may be; nothing was run. */
    THROTTLED,
    /** There is no such function; nothing was run. */
    NOT_FOUND,
    /** The function could not be looked up or its package not be had; nothing was run. */
    UNAVAILABLE
  }

  private final Status status;
  private final byte[] payload;
  private final Duration duration;
  private final long memoryMegabytes;

  private Outcome(Status status, byte[] payload, Duration duration, long memoryMegabytes) {
    this.status = status;
    this.payload = payload;
    this.duration = duration;
    this.memoryMegabytes = memoryMegabytes;
  }

  /** The function answered with a payload. */
  public static Outcome success(byte[] payload, Duration duration, long memoryMegabytes) {
    return new Outcome(Status.SUCCESS, payload, duration, memoryMegabytes);
  }

  /** The function failed with an error object. */
  public static Outcome functionError(byte[] payload, Duration duration, long memoryMegabytes) {
    return new Outcome(Status.FUNCTION_ERROR, payload, duration, memoryMegabytes);
  }

  /** Nothing was run, because of a reason. */
  public static Outcome notRun(Status status, String errorType, String reason) {
    return new Outcome(status, InvocationErrors.json(errorType, reason), Duration.ZERO, 0);
  }

  /** What kind of outcome it is. */
  public Status status() {
    return status;
  }

  /** The function's answer, or an object of errorType and errorMessage. */
  public byte[] payload() {
    return payload.clone();
  }

  /** The time in the function, without the start of a process. */
  public Duration duration() {
    return duration;
  }

  /** The most memory that the function's process has had, in MiB. */
  public long memoryMegabytes() {
    return memoryMegabytes;
  }
}
