package com.aisle.textindex;

import com.aisle.text.TextAnalysis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words and phrases that mean the same. Lines of {@code a, b, c}, each of which finds the others,
 * or {@code a, b => c}; the rest of a line after {@code #} is a comment.
 */
final class Synonyms {

  private static final String RESOURCE = "synonyms.txt";
  private static final String ARROW = "=>";

  /** By the stems of the one phrase, the words of the others. */
  private final Map<List<String>, List<List<String>>> phrases = new HashMap<>();

  private int longest;

  private Synonyms() {}

  /**
   * What stands in a query for other words.
   *
   * @param length of the phrase in the query, in words
   * @param others phrases of the same meaning
   */
  record Match(int length, List<List<String>> others) {}

  /** Those that come with Aisle. */
  static Synonyms standard() {
    try (InputStream in = Synonyms.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + RESOURCE);
      }
      InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return parse(new BufferedReader(reader).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Synonyms parse(List<String> lines) {
    Synonyms synonyms = new Synonyms();
    for (String line : lines) {
      String rule = line.replaceFirst("#.*", "");
      int arrow = rule.indexOf(ARROW);
      List<List<String>> from = phrases(arrow < 0 ? rule : rule.substring(0, arrow));
      List<List<String>> to = arrow < 0 ? from : phrases(rule.substring(arrow + ARROW.length()));
      from.forEach(phrase -> synonyms.add(phrase, to));
    }
    return synonyms;
  }

  /** The longest phrase with synonyms that begins at this word. */
  Optional<Match> at(List<String> words, int start) {
    for (int length = Math.min(longest, words.size() - start); length > 0; length--) {
      List<String> phrase = words.subList(start, start + length);
      List<List<String>> others = phrases.get(stems(phrase));
      if (others != null) {
        return Optional.of(new Match(length, others));
      }
    }
    return Optional.empty();
  }

  private void add(List<String> phrase, List<List<String>> others) {
    List<String> key = stems(phrase);
    longest = Math.max(longest, key.size());
    List<List<String>> known = phrases.computeIfAbsent(key, k -> new ArrayList<>());
    others.stream().filter(other -> !stems(other).equals(key)).forEach(known::add);
  }

  private static List<List<String>> phrases(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",", -1))
        .map(phrase -> TextAnalysis.tokens(TextAnalysis.words(), phrase))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static List<String> stems(List<String> words) {
    return words.stream().map(TextAnalysis::stem).toList();
  }
}
