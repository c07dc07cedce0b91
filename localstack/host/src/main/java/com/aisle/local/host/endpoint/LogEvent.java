package com.aisle.local.host.endpoint;

/**
 * One line of a log.
 *
 * @param timestamp milliseconds since 1970
 */
public record LogEvent(long timestamp, String message) {}
