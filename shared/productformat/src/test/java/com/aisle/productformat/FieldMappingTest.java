package com.aisle.productformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FieldMappingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Path ICECAT = Path.of("../../localstack/demo/mappings/icecat.json");

  private final ProductJson json = new ProductJson();

  @Test
  void icecatMapping_mapsRealLines() throws Exception {
    FieldMapping mapping = FieldMapping.parse(Files.readString(ICECAT));
    List<Product> products =
        resource("icecat-20.jsonl").lines().map(line -> json.read(line, mapping, NOW)).toList();
    assertThat(products).hasSize(20);
    Product first = products.getFirst();
    assertThat(first.id()).isEqualTo("3920564");
    assertThat(first.titleIn(CatalogLocale.ENGLISH)).startsWith("Xerox 006R90321 toner cartridge");
    assertThat(String.valueOf(first.price())).contains("49.95").contains("EUR");
    assertThat(first.attributes())
        .containsEntry("type", new AttributeValue.Text(List.of("Original")));
    assertThat(first.attributes().get("quantity per pack"))
        .isInstanceOf(AttributeValue.Measure.class);
    assertThat(first.updatedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"from":"/a"}                                             | "x"                    | "x"
          {"from":"/a","as":"text"}                                 | " x "                  | "x"
          {"from":"/a","as":"text"}                                 | 7                      | "7"
          {"from":"/a","as":"text"}                                 | " "                    |
          {"from":"/a","as":"text","default":"d"}                   | null                   | "d"
          {"from":"/a","as":"number"}                               | "33.60"                | 33.60
          {"from":"/a","as":"number"}                               | 3.0                    | 3
          {"from":"/a","as":"time"}                                 | "2009-12-10"           | "2009-12-10T00:00:00Z"
          {"from":"/a","as":"time"}                                 | "2009-12-10T01:00:00+01:00" | "2009-12-10T00:00:00Z"
          {"from":"/a","as":"epochSeconds"}                         | 1.5                    | "1970-01-01T00:00:01.500Z"
          {"from":"/a","as":"epochMillis"}                          | "1500"                 | "1970-01-01T00:00:01.500Z"
          {"from":"/a","as":"path","separator":"/"}                 | "Home / Kitchen//Mugs" | ["Home","Kitchen","Mugs"]
          {"from":"/a","as":"path","separator":"."}                 | "Home.Kitchen"         | ["Home","Kitchen"]
          {"from":"/a","as":"path","separator":"/","default":[]}    | ""                     | []
          {"from":"/a","as":"price","currency":"EUR"}               | 12.5                   | {"amount":"12.5","currency":"EUR"}
          {"from":"/a","as":"price","currency":"EUR"}               | "1E+3"                 | {"amount":"1000","currency":"EUR"}
          {"from":"/a","as":"priceInMinorUnits","currency":"EUR"}   | 4995                   | {"amount":"49.95","currency":"EUR"}
          {"from":"/a","as":"priceInMinorUnits","currency":"JPY"}   | "4995"                 | {"amount":"4995","currency":"JPY"}
          {"constant":10}                                           | "x"                    | 10
          {"as":"importTime"}                                       | "x"                    | "2026-11-24T12:00:00Z"
          """)
  void rule_convertsTheValue(String rule, String foreign, String expected) {
    JsonNode document = map("/brand", rule, foreign);
    assertThat(document.path("brand").toString()).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void members_areWrappedIntoTheirField() {
    FieldMapping mapping =
        FieldMapping.parse(
            """
            {"format":1,"fields":{"/title/en":{"from":"/name/0"},"/title/zh-Hant":{"from":"/name/1"}}}
            """);
    assertThat(mapping.apply(ProductJson.parse("{\"name\":[\"Mug\",\"馬克杯\"]}"), NOW).toString())
        .isEqualTo("{\"title\":{\"en\":\"Mug\",\"zh-Hant\":\"馬克杯\"}}");
  }

  @Test
  void attributes_areNormalised() {
    String foreign =
        """
        {"Product  Colour":" Black ","width":33.6,"touch":false,"rohs":"true","none":null,"blank":" ",
         "ports":["USB",2,null,""],"sizes":"[\\"S\\",\\"M\\"]","odd":"[not json]","empty":[]}""";
    assertThat(map("/attributes", "{\"from\":\"/a\",\"as\":\"attributes\"}", foreign).toString())
        .isEqualTo(
            "{\"attributes\":{\"product colour\":[\"Black\"],\"width\":33.6,\"touch\":false,"
                + "\"rohs\":true,\"ports\":[\"USB\",\"2\"],\"sizes\":[\"S\",\"M\"],"
                + "\"odd\":[\"[not json]\"]}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"from":"/a","as":"text"}                               | ["x"]                     | must be a text
          {"from":"/a","as":"number"}                             | "many"                    | no usable number: many
          {"from":"/a","as":"number"}                             | 1e999999                  | no usable number
          {"from":"/a","as":"time"}                               | "soon"                    | RFC 3339
          {"from":"/a","as":"priceInMinorUnits","currency":"EUR"} | 49.95                     | no whole number
          {"from":"/a","as":"attributes"}                         | {"x":{"y":1}}             | x must be
          {"from":"/a","as":"attributes"}                         | {"Colour":"a","colour":1} | colour twice
          {"from":"/a","as":"attributes"}                         | "x"                       | must be an object
          """)
  void valueThatCannotBeConverted_isToldWithItsSource(String rule, String foreign, String why) {
    assertThatThrownBy(() -> map("/brand", rule, foreign))
        .isInstanceOf(InvalidProductException.class)
        .hasMessageStartingWith("/a: ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"format":1                                                  | not JSON
          {"format":2,"fields":{}}                                     | "format": 1
          {"format":1,"fields":{"/colour":{"from":"/a"}}}              | "/colour": no such field
          {"format":1,"fields":{"title":{"from":"/a"}}}                | "title"
          {"format":1,"fields":{"/title/en/x":{"from":"/a"}}}          | too deep
          {"format":1,"fields":{"/brand":{"from":"a"}}}                | "/brand"
          {"format":1,"fields":{"/brand":{"from":"/a","as":"upper"}}}  | "as" is one of
          {"format":1,"fields":{"/brand":{"from":"/a","to":"/b"}}}     | no such option: to
          {"format":1,"fields":{"/brand":{"from":"/a","constant":1}}}  | stands alone
          {"format":1,"fields":{"/brand":{}}}                          | give "from"
          {"format":1,"fields":{"/brand":{"from":7}}}                  | must be a text
          {"format":1,"fields":{"/price":{"from":"/a","as":"price"}}}  | "currency" is missing
          {"format":1,"fields":{"/price":{"from":"/a","as":"price","currency":"EUX"}}} | no currency
          {"format":1,"fields":{"/category":{"from":"/a","as":"path"}}} | "separator" is missing
          """)
  void fileThatIsNoMapping_saysWhereAndWhy(String text, String why) {
    assertThatThrownBy(() -> FieldMapping.parse(text))
        .isInstanceOf(InvalidMappingException.class)
        .hasMessageContaining(why);
  }

  private static JsonNode map(String target, String rule, String foreign) {
    FieldMapping mapping =
        FieldMapping.parse("{\"format\":1,\"fields\":{\"%s\":%s}}".formatted(target, rule));
    return mapping.apply(ProductJson.parse("{\"a\":%s}".formatted(foreign)), NOW);
  }

  private static String resource(String name) throws Exception {
    try (InputStream stream = FieldMappingTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
