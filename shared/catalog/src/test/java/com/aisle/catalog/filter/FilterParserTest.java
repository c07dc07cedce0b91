package com.aisle.catalog.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aisle.catalog.filter.Filter.And;
import com.aisle.catalog.filter.Filter.Equals;
import com.aisle.catalog.filter.Filter.Exists;
import com.aisle.catalog.filter.Filter.In;
import com.aisle.catalog.filter.Filter.Not;
import com.aisle.catalog.filter.Filter.Or;
import com.aisle.catalog.filter.Filter.Range;
import com.aisle.catalog.filter.Filter.Under;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

  private static final Equals XEROX = equal(FilterField.BRAND, "Xerox");

  @Test
  void blank_isAll() {
    assertThat(FilterParser.parse("  ")).isEqualTo(Filter.all());
  }

  @Test
  void bareAndQuotedWords_areTheSameText() {
    assertThat(FilterParser.parse("brand=Xerox")).isEqualTo(XEROX);
    assertThat(FilterParser.parse("brand = \"Xerox\"")).isEqualTo(XEROX);
    assertThat(FilterParser.parse("brand = 'Xerox'")).isEqualTo(XEROX);
  }

  @Test
  void quotes_canBeEscaped() {
    assertThat(FilterParser.parse("brand = \"17\\\" Ltd\""))
        .isEqualTo(equal(FilterField.BRAND, "17\" Ltd"));
  }

  @Test
  void chinese_isAWordToo() {
    assertThat(FilterParser.parse("brand = 大同")).isEqualTo(equal(FilterField.BRAND, "大同"));
  }

  @Test
  void and_bindsTighterThanOr() {
    assertThat(FilterParser.parse("brand=A OR brand=B AND stock>0"))
        .isEqualTo(
            new Or(
                List.of(
                    equal(FilterField.BRAND, "A"),
                    new And(
                        List.of(equal(FilterField.BRAND, "B"), above(FilterField.STOCK, "0"))))));
  }

  @Test
  void parentheses_andNot() {
    assertThat(FilterParser.parse("not (brand=Xerox)")).isEqualTo(new Not(XEROX));
    assertThat(FilterParser.parse("brand != Xerox")).isEqualTo(new Not(XEROX));
  }

  @Test
  void numbers_keepTheirDecimals() {
    assertThat(FilterParser.parse("price <= 12.50"))
        .isEqualTo(new Range(FilterField.PRICE, null, false, new BigDecimal("12.50"), true));
  }

  @Test
  void attributes_takeTextNumberOrFlag() {
    assertThat(FilterParser.parse("attributes.touchscreen = true"))
        .isEqualTo(new Equals(FilterField.attribute("touchscreen"), new FilterValue.Flag(true)));
    assertThat(FilterParser.parse("\"attributes.product colour\" IN [black, 'light grey', 3]"))
        .isEqualTo(
            new In(
                FilterField.attribute("product colour"),
                List.of(
                    new FilterValue.Text("black"),
                    new FilterValue.Text("light grey"),
                    new FilterValue.Numeric(new BigDecimal("3")))));
  }

  @Test
  void aSkuOfDigits_isAText() {
    assertThat(FilterParser.parse("sku = 85123")).isEqualTo(equal(FilterField.SKU, "85123"));
    assertThat(FilterParser.parse("sku = 85123A")).isEqualTo(equal(FilterField.SKU, "85123A"));
  }

  @Test
  void exists_andUnder() {
    assertThat(FilterParser.parse("price EXISTS")).isEqualTo(new Exists(FilterField.PRICE));
    assertThat(FilterParser.parse("category UNDER \"Home > Kitchen\""))
        .isEqualTo(new Under(List.of("Home", "Kitchen")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "brand|5|=, !=, <, <=, >, >=, IN or EXISTS|the end",
        "colour = red|0|a field (id, sku, group, brand, category, currency, price, stock or attributes.NAME)|'colour'",
        "price < cheap|8|a number|'cheap'",
        "price = cheap|8|a number|'cheap'",
        "brand < 5|6|=, != or IN: brand is a text|'<'",
        "brand = A brand = B|10|AND, OR or the end|'brand'",
        "(brand = A|10|')'|the end",
        "brand IN A|9|'['|'A'",
        "brand = \"A|8|a closing quote|'\"'",
        "brand = ;|8|a field, value or operator|';'",
        "brand =|7|a value|the end",
        "category UNDER \" > \"|15|a category path in quotes|' > '",
      })
  void mistakes_areNamedWithTheirPosition(
      String filter, int position, String expected, String found) {
    assertThatExceptionOfType(FilterSyntaxException.class)
        .isThrownBy(() -> FilterParser.parse(filter))
        .satisfies(
            mistake -> {
              assertThat(mistake.position()).isEqualTo(position);
              assertThat(mistake.expected()).isEqualTo(expected);
              assertThat(mistake.found()).isEqualTo(found);
            });
  }

  @Test
  void depthAndLength_areLimited() {
    assertThatExceptionOfType(FilterSyntaxException.class)
        .isThrownBy(() -> FilterParser.parse("(".repeat(30) + "brand=A" + ")".repeat(30)))
        .withMessageContaining("at most 20 levels");
    assertThatExceptionOfType(FilterSyntaxException.class)
        .isThrownBy(() -> FilterParser.parse("brand=" + "A".repeat(5_000)))
        .withMessageContaining("at most 4000 characters");
  }

  private static Equals equal(FilterField field, String value) {
    return new Equals(field, new FilterValue.Text(value));
  }

  private static Range above(FilterField field, String bound) {
    return new Range(field, new BigDecimal(bound), false, null, false);
  }
}
