package com.aisle.embeddings;

import com.aisle.text.Folding;
import java.nio.charset.StandardCharsets;

/** What is done to a text before the tokenizer sees it. */
record TextPreparation(boolean folded, int maxTokens) {

  /** Longer than any token of real text on average, so that cutting here loses nothing. */
  private static final int CHARACTERS_A_TOKEN = 16;

  String prepare(String prefix, String text) {
    String start = text.substring(0, Math.min(text.length(), maxTokens * CHARACTERS_A_TOKEN));
    return prefix + wellFormed(folded ? Folding.fold(start) : start);
  }

  /** Half a surrogate pair, which cutting can leave, is no text for the native tokenizer. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
