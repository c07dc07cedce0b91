package com.aisle.catalog.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter's text into tokens. */
final class Tokenizer {

  /** A bare word may hold letters of any script, digits, dots and dashes after its first letter. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+)"
              + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<number>-?\\d+(?:\\.\\d+)?(?![\\p{L}\\d_]))"
              + "|(?<word>[\\p{L}\\d_](?:[\\p{L}\\p{M}\\d_.-]*[\\p{L}\\p{M}\\d_])?)"
              + "|(?<symbol><=|>=|!=|[=<>()\\[\\],])",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Tokenizer() {}

  static List<Token> tokenize(String filter) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(filter);
    int position = 0;
    while (position < filter.length()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw unexpected(filter, position);
      }
      add(matcher, tokens);
      position = matcher.end();
    }
    tokens.add(new Token(Token.Type.END, "", filter.length()));
    return tokens;
  }

  private static void add(Matcher matcher, List<Token> tokens) {
    int at = matcher.start();
    if (matcher.group("string") != null) {
      tokens.add(new Token(Token.Type.STRING, unquote(matcher.group("string")), at));
    } else if (matcher.group("number") != null) {
      tokens.add(new Token(Token.Type.NUMBER, matcher.group("number"), at));
    } else if (matcher.group("word") != null) {
      tokens.add(new Token(Token.Type.WORD, matcher.group("word"), at));
    } else if (matcher.group("symbol") != null) {
      tokens.add(new Token(Token.Type.SYMBOL, matcher.group("symbol"), at));
    }
  }

  private static FilterSyntaxException unexpected(String filter, int position) {
    char found = filter.charAt(position);
    String expected =
        found == '"' || found == '\'' ? "a closing quote" : "a field, value or operator";
    return new FilterSyntaxException(position, expected, "'" + found + "'");
  }

  private static String unquote(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
