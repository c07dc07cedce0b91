package com.aisle.embeddings;

import org.jspecify.annotations.Nullable;

/** A model could not be loaded or could not read a text. */
public final class EmbeddingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
