package com.aisle.text;

import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The one chain from text to tokens; its two forms differ in nothing but stemming. */
final class TextAnalyzer extends Analyzer {

  private static final CharArraySet STOP_WORDS =
      new CharArraySet(
          List.of("a", "an", "and", "the", "of", "for", "with", "in", "on", "to", "or", "by"),
          false);

  /** No phrase reaches from one value of a field into the next. */
  private static final int GAP = 100;

  private final boolean stemming;

  TextAnalyzer(boolean stemming) {
    this.stemming = stemming;
  }

  @Override
  protected Reader initReader(String fieldName, Reader reader) {
    return new FoldingCharFilter(reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    // Cuts Chinese into single characters, which found more than words or pairs did (EcomRetrieval
    // titles: NDCG@10 .829 against .770 and .771).
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(tokenizer));
    tokens = new CombiningMarkFilter(new EnglishPossessiveFilter(tokens));
    tokens = new StopFilter(new ASCIIFoldingFilter(tokens), STOP_WORDS);
    return new TokenStreamComponents(tokenizer, stemming ? new PorterStemFilter(tokens) : tokens);
  }

  @Override
  public int getPositionIncrementGap(String fieldName) {
    return GAP;
  }
}
