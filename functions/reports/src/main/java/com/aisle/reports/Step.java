package com.aisle.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a shopper can do, and its letter in column {@code steps} of a session. */
enum Step {
  PAGE_VIEW('p'),
  SEARCH('q'),
  IMPRESSION('i'),
  CLICK('s'),
  PRODUCT_VIEW('v'),
  RECOMMENDATION_IMPRESSION('n'),
  RECOMMENDATION_CLICK('m'),
  ADD_TO_CART('c'),
  REMOVE_FROM_CART('r'),
  CHECKOUT('k'),
  PURCHASE('b'),
  REFUND('f'),
  OTHER('o');

  private final char letter;

  Step(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  /** As events and parameters call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Step of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The words of all that an event can say. */
  static List<String> words() {
    return Arrays.stream(values()).filter(step -> step != OTHER).map(Step::word).toList();
  }

  /** SQL of the word of a letter. */
  static String wordSql(String letter) {
    return "transform(%s, [%s], [%s], '%s')"
        .formatted(letter, list(true), list(false), OTHER.word());
  }

  private static String list(boolean letters) {
    return Arrays.stream(values())
        .map(step -> "'" + (letters ? String.valueOf(step.letter) : step.word()) + "'")
        .collect(Collectors.joining(", "));
  }
}
