package com.aisle.productformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ProductJsonTest {

  private static final String DOCUMENT =
      """
      {"id":"p-1","sku":"MUG 1","group":"mug","title":{"en":"Mug","zh-Hant":"馬克杯"},\
      "description":{"en":"For tea"},"brand":"Acme","category":["Home","Kitchen"],\
      "price":{"amount":"12.50","currency":"EUR"},"stock":3,\
      "attributes":{"colour":["black","red"],"touchscreen":true,"width":33.60},\
      "image":"https://shop.example/1.jpg","updatedAt":"2026-11-24T12:00:00Z"}""";

  private static final Product PRODUCT =
      new Product(
          "p-1",
          "MUG 1",
          "mug",
          Map.of(CatalogLocale.ENGLISH, "Mug", CatalogLocale.TRADITIONAL_CHINESE, "馬克杯"),
          Map.of(CatalogLocale.ENGLISH, "For tea"),
          "Acme",
          List.of("Home", "Kitchen"),
          new Money(new BigDecimal("12.50"), Currency.getInstance("EUR")),
          3,
          Map.of(
              "colour", new AttributeValue.Text(List.of("black", "red")),
              "width", new AttributeValue.Measure(new BigDecimal("33.60")),
              "touchscreen", new AttributeValue.Flag(true)),
          URI.create("https://shop.example/1.jpg"),
          Instant.parse("2026-11-24T12:00:00Z"),
          false);

  private final ProductJson json = new ProductJson();

  @Test
  void read_wholeDocument_givesEveryField() {
    assertThat(json.read(DOCUMENT)).isEqualTo(PRODUCT);
    assertThat(json.read(DOCUMENT.getBytes(StandardCharsets.UTF_8))).isEqualTo(PRODUCT);
  }

  @Test
  void write_isTheSameTextForTheSameProduct() {
    assertThat(json.write(PRODUCT)).isEqualTo(DOCUMENT);
  }

  @Test
  void tombstone_needsOnlyIdTimeAndFlag() {
    Product tombstone = Product.deleted("p-1", Instant.parse("2026-11-24T12:00:00Z"));
    String document = "{\"id\":\"p-1\",\"updatedAt\":\"2026-11-24T12:00:00Z\",\"deleted\":true}";
    assertThat(json.read(document)).isEqualTo(tombstone);
    assertThat(json.write(tombstone)).isEqualTo(document);
  }

  @Test
  void livingProduct_withoutTitle_isRefused() {
    assertThat(violations("{\"id\":\"p-1\",\"updatedAt\":\"2026-11-24T12:00:00Z\"}"))
        .extracting(Violation::what)
        .anyMatch(what -> what.contains("title"))
        .anyMatch(what -> what.contains("sku"))
        .anyMatch(what -> what.contains("stock"));
  }

  @Test
  void updatedAt_withOffset_isTheSameMoment() {
    String document = DOCUMENT.replace("12:00:00Z", "13:30:00.250+01:30");
    assertThat(json.read(document).updatedAt()).isEqualTo("2026-11-24T12:00:00.250Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id            | "a b"                                          | /id
          id            | "../x"                                         | /id
          id            | 7                                              | /id
          title         | {}                                             | /title
          title         | {"fr":"Tasse"}                                 | /title/fr
          title         | {"en":"   "}                                   | /title/en
          category      | "Home"                                         | /category
          category      | ["Home > Kitchen"]                             | /category/0
          category      | ["1","2","3","4","5","6","7","8","9","10","11"] | /category
          price         | {"amount":12.5,"currency":"EUR"}               | /price/amount
          price         | {"amount":"-1","currency":"EUR"}               | /price/amount
          price         | {"amount":"12.505","currency":"EUR"}           | /price/amount
          price         | {"amount":"12.5","currency":"JPY"}             | /price/amount
          price         | {"amount":"12.5","currency":"EUX"}             | /price/currency
          price         | {"amount":"12.5"}                              | /price
          stock         | -1                                             | /stock
          stock         | 1.5                                            | /stock
          attributes    | {"Colour":["red"]}                             | /attributes/Colour
          attributes    | {"colour":"red"}                               | /attributes/colour
          attributes    | {"colour":[]}                                  | /attributes/colour
          attributes    | {"a/b":[""]}                                   | /attributes/a~1b/0
          attributes    | {"width":1e300}                                | /attributes/width
          image         | "ftp://shop.example/1.jpg"                     | /image
          image         | "https://shop.example/{1"                      | /image
          updatedAt     | "yesterday"                                    | /updatedAt
          updatedAt     | "2026-02-30T12:00:00Z"                         | /updatedAt
          colour        | "red"                                          | /colour
          brand         | "Ac\\u0000me"                                  | /brand
          brand         | "Ac\\ud800me"                                  | /brand
          brand         | "Ac\\uffffme"                                  | /brand
          brand         | null                                           | /brand
          """)
  void wrongField_isNamedByItsPointer(String field, String value, String where) {
    assertThat(violations(with(field, value))).extracting(Violation::where).containsExactly(where);
  }

  @Test
  void everyViolation_isTold() {
    String document = DOCUMENT.replace("\"stock\":3", "\"stock\":-1").replace("p-1", "p 1");
    assertThat(violations(document)).extracting(Violation::where).contains("/id", "/stock");
  }

  @Test
  void textLimits_areThoseOfTheSchema() {
    assertThat(json.read(with("title", "{\"en\":\"" + "x".repeat(500) + "\"}"))).isNotNull();
    assertThat(violations(with("title", "{\"en\":\"" + "x".repeat(501) + "\"}"))).hasSize(1);
  }

  @Test
  void documentAbove100Kilobytes_isRefused() {
    String attributes = "{\"a\":[\"%s\"]}".formatted(String.join("\",\"", longTexts()));
    assertThat(violations(with("attributes", attributes)))
        .containsExactly(new Violation("", "the document is larger than 102400 bytes"));
  }

  private static List<String> longTexts() {
    return java.util.Collections.nCopies(11, "字".repeat(3500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":               | not JSON
          []                   | object
          {"id":"a","id":"b"}  | Duplicate
          {} {}                | not JSON
          ''                   | object
          """)
  void textThatIsNoDocument_saysWhy(String text, String why) {
    assertThatThrownBy(() -> json.read(text))
        .isInstanceOf(InvalidProductException.class)
        .hasMessageContaining(why);
  }

  @Test
  void bytesThatAreNotUtf8_areRefused() {
    assertThatThrownBy(() -> json.read(new byte[] {'"', (byte) 0xC3, '"'}))
        .isInstanceOf(InvalidProductException.class)
        .hasMessage("the document is not UTF-8");
  }

  @Test
  void batch_survivesWritingAndReading() {
    Product tombstone = Product.deleted("p-2", Instant.EPOCH);
    String batch = json.writeBatch(List.of(PRODUCT, tombstone));
    assertThat(batch).startsWith("{\"schema\":1,\"products\":[{\"id\":\"p-1\"");
    assertThat(json.readBatch(batch)).containsExactly(PRODUCT, tombstone);
  }

  @Test
  void batch_withOneBadDocument_tellsWhichAndGivesNothing() {
    String bad = DOCUMENT.replace("\"stock\":3", "\"stock\":-1");
    String batch = "{\"schema\":1,\"products\":[%s,%s]}".formatted(DOCUMENT, bad);
    assertThatThrownBy(() -> json.readBatch(batch))
        .isInstanceOf(InvalidProductException.class)
        .hasMessageStartingWith("/products/1/stock: ");
    assertThatThrownBy(() -> json.readBatch("{\"schema\":2,\"products\":[]}"))
        .isInstanceOf(InvalidProductException.class);
  }

  @Test
  void schema_knowsEveryLocale() throws Exception {
    JsonNode schema =
        new JsonMapper().readTree(ProductJson.class.getResourceAsStream(ProductSchema.RESOURCE));
    List<String> tags =
        java.util.Arrays.stream(CatalogLocale.values()).map(CatalogLocale::tag).toList();
    for (String field : List.of("title", "description")) {
      assertThat(schema.at("/properties/" + field + "/properties").propertyNames())
          .containsExactlyInAnyOrderElementsOf(tags);
    }
  }

  private List<Violation> violations(String document) {
    InvalidProductException thrown =
        catchThrowableOfType(InvalidProductException.class, () -> json.read(document));
    assertThat(thrown).as("refusal of %.200s", document).isNotNull();
    return thrown.violations();
  }

  private static String with(String field, String value) {
    JsonMapper mapper = new JsonMapper();
    ObjectNode document = (ObjectNode) mapper.readTree(DOCUMENT);
    document.set(field, mapper.readTree(value));
    return mapper.writeValueAsString(document);
  }
}
