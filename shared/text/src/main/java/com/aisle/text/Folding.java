package com.aisle.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Brings different writings of the same text together.
 *
 * <p>Traditional Chinese becomes simplified by a table of single characters, so the folded text is
 * as long as the original and places in the one are places in the other. Words that Taiwan and the
 * mainland write differently (滑鼠, 鼠标) are synonyms, not foldings.
 */
public final class Folding {

  /**
   * Pairs of a traditional and a simplified character; written by FoldingTable in the test tree.
   */
  static final String TABLE = "traditional-to-simplified.txt";

  private static final char[] SIMPLIFIED = load();

  private Folding() {}

  /** The text in simplified characters and lower case, as the Chinese model wants it. */
  public static String fold(String text) {
    char[] folded = text.toCharArray();
    simplify(folded, folded.length);
    return new String(folded).toLowerCase(Locale.ROOT);
  }

  /** Replaces traditional by simplified characters in place. */
  static void simplify(char[] text, int length) {
    for (int i = 0; i < length; i++) {
      text[i] = SIMPLIFIED[text[i]];
    }
  }

  private static char[] load() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    String pairs = read().replaceAll("\\s", "");
    for (int i = 0; i < pairs.length(); i += 2) {
      table[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
    return table;
  }

  private static String read() {
    try (InputStream in = Folding.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the folding table is not on the class path: " + TABLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
