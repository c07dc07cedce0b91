package com.aisle.alerts;

/** A number is not known now. */
final class ReportUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReportUnavailableException(String message) {
    super(message);
  }
}
