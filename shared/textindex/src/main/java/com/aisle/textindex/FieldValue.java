package com.aisle.textindex;

import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import java.math.BigDecimal;
import org.apache.lucene.util.BytesRef;

/**
 * A filter value as the index writes it: a letter for its kind and its text. Equal values are
 * written equally, 12.5 and 12.50 too, and values of different kinds differently.
 */
final class FieldValue {

  /** Longer texts compare by their beginning: a term has room for 32 KB. */
  private static final int MAX_LENGTH = 1_000;

  /** Numbers with more zeros than this are written with an exponent. */
  private static final int MAX_ZEROS = 50;

  private FieldValue() {}

  static String write(FilterValue value) {
    return switch (value) {
      case FilterValue.Text(String text) ->
          "t" + (text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
      case FilterValue.Numeric(BigDecimal number) -> "n" + canonical(number);
      case FilterValue.Flag(boolean flag) -> "f" + flag;
    };
  }

  static FilterValue read(BytesRef written) {
    String text = written.utf8ToString();
    String value = text.substring(1);
    return switch (text.charAt(0)) {
      case 't' -> new FilterValue.Text(value);
      case 'n' -> new FilterValue.Numeric(new BigDecimal(value));
      case 'f' -> new FilterValue.Flag(Boolean.parseBoolean(value));
      default -> throw new IndexException("no value of a field: " + text, null);
    };
  }

  /** The term of {@link IndexFields#VALUES} that products with this value have. */
  static String term(FilterField field, FilterValue value) {
    return field.name() + '\u0000' + write(value);
  }

  private static String canonical(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean plain = Math.abs(stripped.scale()) <= MAX_ZEROS;
    return plain ? stripped.toPlainString() : stripped.toString();
  }
}
