package com.aisle.storage;

/** The condition of a write did not hold: somebody else wrote first. Nothing was written. */
public final class ConditionFailedException extends StorageException {

  private static final long serialVersionUID = 1L;

  public ConditionFailedException(String key) {
    super("the object has changed: " + key, null);
  }
}
