package com.aisle.storage;

/** What must hold for an object to be written; checked by the store in one step with the write. */
public sealed interface Condition {

  /** Written whatever is there. */
  static Condition none() {
    return new None();
  }

  /** Written only if there is no object of this key. */
  static Condition absent() {
    return new Absent();
  }

  /** Written only if the object still has this tag. */
  static Condition unchanged(String tag) {
    return new Unchanged(tag);
  }

  record None() implements Condition {}

  record Absent() implements Condition {}

  record Unchanged(String tag) implements Condition {}
}
