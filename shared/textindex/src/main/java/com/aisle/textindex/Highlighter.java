package com.aisle.textindex;

import com.aisle.text.TextAnalysis;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Marks words in a text by analysing it again: twenty titles cost less than stored positions. */
final class Highlighter {

  private Highlighter() {}

  /** The text as HTML with the words of these stems in {@code <em>}. */
  static String mark(String text, Set<String> stems) throws IOException {
    StringBuilder html = new StringBuilder(text.length() + 32);
    int written = 0;
    try (TokenStream tokens = TextAnalysis.stems().tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (stems.contains(term.toString())) {
          escape(text, written, offset.startOffset(), html);
          html.append("<em>");
          escape(text, offset.startOffset(), offset.endOffset(), html);
          html.append("</em>");
          written = offset.endOffset();
        }
      }
      tokens.end();
    }
    escape(text, written, text.length(), html);
    return html.toString();
  }

  private static void escape(String text, int start, int end, StringBuilder html) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
