package com.aisle.text;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Folds characters before they are cut into tokens, one for one, so that a token's offsets are true
 * for the original text. Also parts what the tokenizer would keep together: {@code StarTech.com}
 * and {@code usb_c}.
 */
final class FoldingCharFilter extends CharFilter {

  private char[] folded = new char[0];
  private int length = -1;
  private int next;

  FoldingCharFilter(Reader input) {
    super(input);
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    if (length < 0) {
      fold();
    }
    if (next == length) {
      return -1;
    }
    int taken = Math.min(count, length - next);
    System.arraycopy(folded, next, buffer, offset, taken);
    next += taken;
    return taken;
  }

  private void fold() throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[512];
    for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
      text.append(buffer, 0, n);
    }
    folded = text.toString().toCharArray();
    length = folded.length;
    Folding.simplify(folded, length);
    for (int i = 0; i < length; i++) {
      if (folded[i] == '_' || (folded[i] == '.' && isBetweenLetters(i))) {
        folded[i] = ' ';
      }
    }
  }

  private boolean isBetweenLetters(int i) {
    return i > 0
        && i + 1 < length
        && Character.isLetter(folded[i - 1])
        && Character.isLetter(folded[i + 1]);
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }
}
