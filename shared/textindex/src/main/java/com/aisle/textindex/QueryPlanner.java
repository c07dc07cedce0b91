package com.aisle.textindex;

import com.aisle.text.TextAnalysis;
import com.aisle.textindex.Slot.Alternative;
import com.aisle.textindex.Slot.Code;
import com.aisle.textindex.Slot.Phrase;
import com.aisle.textindex.Slot.Words;
import com.aisle.textindex.Vocabulary.Similar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a query: for each word what else may stand in its place. The weights are those of the
 * measurements on icecat.
 */
final class QueryPlanner {

  /** Longer texts are cut: their work grows with their length. */
  private static final int MAX_WORDS = 24;

  private static final int MIN_CODE = 3;
  private static final int MIN_PREFIX = 2;
  private static final int COMPLETIONS = 20;
  private static final int CORRECTIONS = 3;

  /** Parts of a split word have at least as many letters. */
  private static final int MIN_PART = 3;

  private static final float TYPED = 1;

  /** A synonym that is rarer than the word would outweigh it: with .8 NDCG@10 fell by .03. */
  private static final float SYNONYM = .4f;

  private static final float JOINED = .9f;

  /** Two words score as the sum of both. */
  private static final float SPLIT = .45f;

  /** For a part of two words that the catalogue mostly writes as one. */
  private static final float PART = .3f;

  private static final float COMPLETED = .6f;
  private static final float ONE_EDIT = .7f;
  private static final float TWO_EDITS = .5f;

  private final Vocabulary vocabulary;
  private final Synonyms synonyms;
  private final List<String> words;
  private final List<Correction> corrections = new ArrayList<>();
  private final Set<String> marked = new HashSet<>();

  private QueryPlanner(Vocabulary vocabulary, Synonyms synonyms, List<String> words) {
    this.vocabulary = vocabulary;
    this.synonyms = synonyms;
    this.words = words;
  }

  static QueryPlan plan(Vocabulary vocabulary, Synonyms synonyms, String text) throws IOException {
    List<String> words = TextAnalysis.tokens(TextAnalysis.words(), text);
    words = words.subList(0, Math.min(MAX_WORDS, words.size()));
    QueryPlanner planner = new QueryPlanner(vocabulary, synonyms, words);
    List<Slot> slots = planner.slots();
    String code = TextAnalysis.code(text);
    boolean known = code.length() >= MIN_CODE && vocabulary.knowsCode(code);
    return new QueryPlan(
        text.isBlank(), slots, known ? code : "", planner.corrections, planner.marked);
  }

  private List<Slot> slots() throws IOException {
    List<Slot> slots = new ArrayList<>();
    int next = 0;
    while (next < words.size()) {
      Optional<Synonyms.Match> match = synonyms.at(words, next);
      int length = match.map(Synonyms.Match::length).orElse(1);
      List<Alternative> alternatives =
          length == 1
              ? alternatives(next)
              : new ArrayList<>(List.of(new Words(words.subList(next, next + length), TYPED)));
      match.ifPresent(m -> m.others().forEach(o -> alternatives.add(new Phrase(o, SYNONYM))));
      if (match.isEmpty()) {
        addGuesses(next, alternatives);
      }
      alternatives.forEach(this::mark);
      slots.add(new Slot(alternatives));
      next += length;
    }
    return slots;
  }

  /** The word itself and other ways to part or join it. */
  private List<Alternative> alternatives(int i) throws IOException {
    String word = words.get(i);
    List<Alternative> alternatives = new ArrayList<>();
    boolean part = false;
    for (int first = i - 1; first <= i; first++) {
      if (first >= 0 && first + 1 < words.size()) {
        String joined = words.get(first) + words.get(first + 1);
        int frequency =
            Character.isIdeographic(joined.charAt(0)) ? 0 : vocabulary.frequency(joined);
        if (frequency > 0) {
          alternatives.add(new Words(List.of(joined), JOINED));
          part |= frequency > vocabulary.pairFrequency(words.get(first), words.get(first + 1));
        }
      }
    }
    alternatives.addFirst(new Words(List.of(word), part ? PART : TYPED));
    addSplits(word, alternatives);
    boolean digits = word.chars().anyMatch(Character::isDigit);
    if (digits && word.length() >= MIN_CODE && vocabulary.knowsCode(word)) {
      alternatives.add(new Code(word, TYPED));
    }
    return alternatives;
  }

  private void addSplits(String word, List<Alternative> alternatives) throws IOException {
    for (int at = MIN_PART; at <= word.length() - MIN_PART; at++) {
      String first = word.substring(0, at);
      String second = word.substring(at);
      if (vocabulary.frequency(first) > 1
          && vocabulary.frequency(second) > 1
          && vocabulary.pairFrequency(first, second) > 1) {
        alternatives.add(new Phrase(List.of(first, second), SPLIT));
      }
    }
  }

  /** For a word that the catalogue lacks: what it may be the beginning or a misspelling of. */
  private void addGuesses(int i, List<Alternative> alternatives) throws IOException {
    String word = words.get(i);
    if (alternatives.size() > 1 || vocabulary.knows(word)) {
      return;
    }
    if (i == words.size() - 1 && word.length() >= MIN_PREFIX) {
      for (String completion : vocabulary.completions(word, COMPLETIONS)) {
        alternatives.add(new Words(List.of(completion), COMPLETED));
      }
    }
    if (alternatives.size() == 1) {
      for (Similar similar : vocabulary.similar(word, CORRECTIONS)) {
        float weight = similar.edits() == 1 ? ONE_EDIT : TWO_EDITS;
        alternatives.add(new Words(List.of(similar.word()), weight));
        corrections.add(new Correction(word, similar.word()));
      }
    }
  }

  private void mark(Alternative alternative) {
    List<String> found =
        switch (alternative) {
          case Words(List<String> all, float weight) -> all;
          case Phrase(List<String> all, float weight) -> all;
          case Code code -> List.of();
        };
    found.forEach(word -> marked.add(TextAnalysis.stem(word)));
  }
}
