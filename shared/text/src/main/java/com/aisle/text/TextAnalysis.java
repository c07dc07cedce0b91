package com.aisle.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * From text to tokens: simplified Chinese characters one by one; other words in lower case without
 * accents, possessive and twelve stop words. A token's offsets are those of the original text.
 */
public final class TextAnalysis {

  private static final Analyzer STEMS = new TextAnalyzer(true);
  private static final Analyzer WORDS = new TextAnalyzer(false);

  private TextAnalysis() {}

  /** Words by their stem (Porter 1980): speaker and speakers are one. */
  public static Analyzer stems() {
    return STEMS;
  }

  /** Words as they are written. */
  public static Analyzer words() {
    return WORDS;
  }

  /** The tokens of a text in their order. */
  public static List<String> tokens(Analyzer analyzer, String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /** The stem of a word that {@link #words()} gave. */
  public static String stem(String word) {
    List<String> stems = tokens(STEMS, word);
    return stems.size() == 1 ? stems.getFirst() : word;
  }

  /**
   * An article number without what people write differently: {@code TN-2110}, {@code tn 2110} and
   * {@code TN2110} are all {@code tn2110}.
   */
  public static String code(String text) {
    StringBuilder code = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(code::appendCodePoint);
    return code.toString();
  }
}
