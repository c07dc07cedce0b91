package com.aisle.catalog.filter;

import com.aisle.catalog.filter.Filter.And;
import com.aisle.catalog.filter.Filter.Equals;
import com.aisle.catalog.filter.Filter.Exists;
import com.aisle.catalog.filter.Filter.In;
import com.aisle.catalog.filter.Filter.Not;
import com.aisle.catalog.filter.Filter.Or;
import com.aisle.catalog.filter.Filter.Range;
import com.aisle.catalog.filter.Filter.Under;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the filter language.
 *
 * <pre>
 * filter    := and ("OR" and)*
 * and       := unary ("AND" unary)*
 * unary     := "NOT" unary | "(" filter ")" | condition
 * condition := field "=" value | field "!=" value | field "IN" "[" value ("," value)* "]"
 *            | field ("&lt;" | "&lt;=" | "&gt;" | "&gt;=") number | field "EXISTS" | "category" "UNDER" path
 * field     := a FilterField's name, quoted where it holds spaces: "attributes.product colour"
 * value     := "text" | 'text' | bareword | number | true | false
 * path      := "Home &gt; Kitchen" (a quoted text, steps parted by &gt;)
 * </pre>
 *
 * Keywords are read in any case; a backslash escapes a quote.
 */
public final class FilterParser {

  /** Longer filters are refused: their work grows with their length. */
  public static final int MAX_LENGTH = 4_000;

  private static final int MAX_DEPTH = 20;

  private static final Fields PRODUCT_FIELDS =
      new Fields(
          FilterField::named,
          "id, sku, group, brand, category, currency, price, stock or attributes.NAME");

  private final List<Token> tokens;
  private final Fields fields;
  private int next;
  private int depth;

  /**
   * The fields that a filter may name.
   *
   * @param named the field of a name, if there is one
   * @param known their names, for error messages
   */
  public record Fields(Function<String, Optional<FilterField>> named, String known) {}

  private FilterParser(List<Token> tokens, Fields fields) {
    this.tokens = tokens;
    this.fields = fields;
  }

  /**
   * The condition that this text states; {@link Filter#all()} for a blank one.
   *
   * @throws FilterSyntaxException when it breaks the grammar, names an unknown field, compares a
   *     text as a number, or is too long or too deep
   */
  public static Filter parse(String text) {
    return parse(text, PRODUCT_FIELDS);
  }

  /** The same grammar over other fields. */
  public static Filter parse(String text, Fields fields) {
    if (text.length() > MAX_LENGTH) {
      throw new FilterSyntaxException(
          MAX_LENGTH, "at most " + MAX_LENGTH + " characters", text.length() + " characters");
    }
    if (text.isBlank()) {
      return Filter.all();
    }
    FilterParser parser = new FilterParser(Tokenizer.tokenize(text), fields);
    Filter filter = parser.or();
    if (parser.peek().type() != Token.Type.END) {
      throw parser.expected("AND, OR or the end");
    }
    return filter;
  }

  private Filter or() {
    List<Filter> filters = new ArrayList<>(List.of(and()));
    while (takeWord("OR")) {
      filters.add(and());
    }
    return filters.size() == 1 ? filters.getFirst() : new Or(filters);
  }

  private Filter and() {
    List<Filter> filters = new ArrayList<>(List.of(unary()));
    while (takeWord("AND")) {
      filters.add(unary());
    }
    return filters.size() == 1 ? filters.getFirst() : new And(filters);
  }

  private Filter unary() {
    if (++depth > MAX_DEPTH) {
      throw expected("at most " + MAX_DEPTH + " levels of NOT and parentheses");
    }
    try {
      if (takeWord("NOT")) {
        return new Not(unary());
      }
      if (takeSymbol("(")) {
        Filter inner = or();
        requireSymbol(")");
        return inner;
      }
      return condition();
    } finally {
      depth--;
    }
  }

  private Filter condition() {
    FilterField field = field();
    if (takeWord("EXISTS")) {
      return new Exists(field);
    }
    if (takeWord("IN")) {
      return new In(field, list(field));
    }
    if (field.equals(FilterField.CATEGORY) && takeWord("UNDER")) {
      return new Under(path());
    }
    if (takeSymbol("=")) {
      return new Equals(field, value(field));
    }
    if (takeSymbol("!=")) {
      return new Not(new Equals(field, value(field)));
    }
    return range(field);
  }

  private Filter range(FilterField field) {
    Token operator = peek();
    if (!(operator.isSymbol("<")
        || operator.isSymbol("<=")
        || operator.isSymbol(">")
        || operator.isSymbol(">="))) {
      String under = field.equals(FilterField.CATEGORY) ? ", UNDER" : "";
      throw expected("=, !=, <, <=, >, >=, IN" + under + " or EXISTS");
    }
    if (field.kind() == FilterField.Kind.TEXT) {
      throw expected("=, != or IN: " + field.name() + " is a text");
    }
    next++;
    BigDecimal bound = number();
    return switch (operator.text()) {
      case "<" -> new Range(field, null, false, bound, false);
      case "<=" -> new Range(field, null, false, bound, true);
      case ">" -> new Range(field, bound, false, null, false);
      default -> new Range(field, bound, true, null, false);
    };
  }

  private FilterField field() {
    Token token = peek();
    if (token.type() != Token.Type.WORD && token.type() != Token.Type.STRING) {
      throw expected("a field");
    }
    FilterField field =
        fields
            .named()
            .apply(token.text())
            .orElseThrow(() -> expected("a field (%s)".formatted(fields.known())));
    next++;
    return field;
  }

  private List<FilterValue> list(FilterField field) {
    requireSymbol("[");
    List<FilterValue> values = new ArrayList<>(List.of(value(field)));
    while (takeSymbol(",")) {
      values.add(value(field));
    }
    requireSymbol("]");
    return values;
  }

  private FilterValue value(FilterField field) {
    Token token = peek();
    if (token.type() == Token.Type.SYMBOL || token.type() == Token.Type.END) {
      throw expected("a value");
    }
    boolean number = token.type() == Token.Type.NUMBER && field.kind() != FilterField.Kind.TEXT;
    return number ? new FilterValue.Numeric(number()) : text(field, token);
  }

  private FilterValue text(FilterField field, Token token) {
    if (field.kind() == FilterField.Kind.NUMBER) {
      throw expected("a number");
    }
    next++;
    boolean flag = token.isWord("true") || token.isWord("false");
    return flag && field.kind() == FilterField.Kind.ANY
        ? new FilterValue.Flag(token.isWord("true"))
        : new FilterValue.Text(token.text());
  }

  private BigDecimal number() {
    Token token = peek();
    if (token.type() != Token.Type.NUMBER) {
      throw expected("a number");
    }
    next++;
    return new BigDecimal(token.text());
  }

  private List<String> path() {
    Token token = peek();
    if (token.type() != Token.Type.STRING && token.type() != Token.Type.WORD) {
      throw expected("a category path in quotes");
    }
    List<String> steps =
        Arrays.stream(token.text().split(">"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    if (steps.isEmpty()) {
      throw expected("a category path in quotes");
    }
    next++;
    return steps;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean takeWord(String keyword) {
    boolean found = peek().isWord(keyword);
    next += found ? 1 : 0;
    return found;
  }

  private boolean takeSymbol(String symbol) {
    boolean found = peek().isSymbol(symbol);
    next += found ? 1 : 0;
    return found;
  }

  private void requireSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      throw expected("'" + symbol + "'");
    }
  }

  private FilterSyntaxException expected(String what) {
    return new FilterSyntaxException(peek().position(), what, peek().shown());
  }
}
