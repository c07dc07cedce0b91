package com.aisle.textindex;

/**
 * Another writer has published since this one was opened. Nothing was published; the writer must be
 * closed and opened anew, and what it applied since its last publication must be applied again.
 */
public final class FencedException extends IndexException {

  private static final long serialVersionUID = 1L;

  FencedException() {
    super("another writer has published the index since this writer was opened", null);
  }
}
