package com.aisle.text;

/** The writing of a text, by which the model for its meaning is chosen. */
public enum Script {
  /** Has at least one Chinese character. */
  HAN,
  OTHER;

  public static Script of(String text) {
    boolean han =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return han ? HAN : OTHER;
  }
}
