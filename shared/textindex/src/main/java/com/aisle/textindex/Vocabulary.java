package com.aisle.textindex;

import com.aisle.text.TextAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words that the catalogue uses. */
final class Vocabulary {

  private static final int SCANNED = 2_000;

  /** From this length on a word may be corrected in one letter. */
  private static final int ONE_EDIT = 4;

  /** From this length on a word may be corrected in two letters. */
  private static final int TWO_EDITS = 8;

  private final IndexSearcher searcher;

  /** A word of the catalogue that is near to a misspelt one. */
  record Similar(String word, int edits, int frequency) {}

  private record Completion(String word, int frequency) {}

  Vocabulary(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Whether a title, brand or category has the word in some form. */
  boolean knows(String word) throws IOException {
    return frequency(word) > 0
        || searcher.getIndexReader().docFreq(new Term(IndexFields.TITLE, TextAnalysis.stem(word)))
            > 0;
  }

  /** In how many titles, brands or categories exactly this word is. */
  int frequency(String word) throws IOException {
    return searcher.getIndexReader().docFreq(new Term(IndexFields.WORDS, word));
  }

  /** In how many titles the one word follows directly on the other. */
  int pairFrequency(String first, String second) throws IOException {
    return searcher.count(
        new PhraseQuery(IndexFields.TITLE, TextAnalysis.stem(first), TextAnalysis.stem(second)));
  }

  boolean knowsCode(String code) throws IOException {
    return searcher.getIndexReader().docFreq(new Term(IndexFields.CODE, code)) > 0;
  }

  /** The commonest words that begin like this, commonest first. */
  List<String> completions(String prefix, int limit) throws IOException {
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.WORDS);
    if (terms == null) {
      return List.of();
    }
    PriorityQueue<Completion> best =
        new PriorityQueue<>(Comparator.comparingInt(Completion::frequency));
    TermsEnum words = terms.iterator();
    BytesRef start = new BytesRef(prefix);
    BytesRef word = words.seekCeil(start) == TermsEnum.SeekStatus.END ? null : words.term();
    for (int i = 0; i < SCANNED && word != null && StringHelper.startsWith(word, start); i++) {
      best.add(new Completion(word.utf8ToString(), words.docFreq()));
      if (best.size() > limit) {
        best.poll();
      }
      word = words.next();
    }
    return best.stream()
        .sorted(Comparator.comparingInt(Completion::frequency).reversed())
        .map(Completion::word)
        .toList();
  }

  /** The commonest words within the edits that a word of this length is allowed, fewest edits. */
  List<Similar> similar(String word, int limit) throws IOException {
    List<Similar> found = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.WORDS);
    int allowed = allowedEdits(word);
    for (int edits = 1; terms != null && edits <= allowed && found.isEmpty(); edits++) {
      // Two edits far from each other are too many words unless the first letter is right.
      int prefix = edits == 1 ? 0 : 1;
      Term term = new Term(IndexFields.WORDS, word);
      FuzzyTermsEnum words = new FuzzyTermsEnum(terms, term, edits, prefix, true);
      for (BytesRef next = words.next(); next != null; next = words.next()) {
        found.add(new Similar(next.utf8ToString(), edits, words.docFreq()));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Similar::frequency).reversed())
        .limit(limit)
        .toList();
  }

  private static int allowedEdits(String word) {
    if (word.length() < ONE_EDIT || !word.chars().allMatch(Vocabulary::isAlphabetic)) {
      return 0;
    }
    return word.length() < TWO_EDITS ? 1 : 2;
  }

  /** Neither a digit nor Chinese: there every change is another word. */
  private static boolean isAlphabetic(int character) {
    return Character.isLetter(character) && !Character.isIdeographic(character);
  }
}
