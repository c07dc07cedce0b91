package com.aisle.local.launcher;

/**
 * Something that the person at the keyboard can put right: the message is one line that says what
 * is wrong and what to do. The launcher prints it without a stack trace and exits with 2.
 */
public final class LauncherException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that is explained by its message alone. */
  public LauncherException(String message) {
    super(message);
  }

  /** An error whose cause is worth keeping for the log. */
  public LauncherException(String message, Throwable cause) {
    super(message, cause);
  }
}
