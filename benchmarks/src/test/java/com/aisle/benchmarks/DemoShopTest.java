package com.aisle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.productformat.ProductJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo shop's files hold what its README says. */
class DemoShopTest {
  private static final Path FOLDER = Path.of("..", "localstack", "demo");
  private static final long MAX_BYTES = 8_000_000;

  @Test
  void products_areValidAndHaveIdsOfTheirOwn() throws IOException {
    List<Product> gifts = products("products.jsonl.gz");
    List<Product> bilingual = products("bilingual.jsonl");

    assertThat(gifts).hasSizeGreaterThanOrEqualTo(3_800);
    assertThat(bilingual).hasSizeGreaterThanOrEqualTo(150);
    assertThat(Stream.concat(gifts.stream(), bilingual.stream()).map(Product::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("(or|bi)-[A-Za-z0-9._-]+"));
  }

  @Test
  void gifts_arePricedAndFindTheirCategory() throws IOException {
    List<Product> gifts = products("products.jsonl.gz");

    assertThat(gifts).allMatch(gift -> gift.price() != null && gift.category().size() == 2);
    assertThat(gifts.stream().filter(gift -> gift.category().contains("Other")).count())
        .isLessThan(gifts.size() * 8L / 100);
    assertThat(gifts.stream().filter(gift -> gift.stock() > 0).count())
        .isGreaterThan(gifts.size() / 2L);
  }

  @Test
  void bilingual_articlesHaveTitlesAndDescriptionsInEveryLocale() throws IOException {
    assertThat(products("bilingual.jsonl"))
        .allSatisfy(
            article -> {
              assertThat(article.title()).containsOnlyKeys(CatalogLocale.values());
              assertThat(article.description()).containsOnlyKeys(CatalogLocale.values());
              assertThat(article.title().get(CatalogLocale.TRADITIONAL_CHINESE))
                  .containsPattern("\\p{IsHan}");
            });
  }

  @Test
  void orders_keepTheRevenueOfTheSource() throws IOException {
    Map<String, BigDecimal> revenue = new HashMap<>();
    int[] lines = new int[1];
    try (BufferedReader reader = reader(FOLDER.resolve("orders.csv.gz"))) {
      assertThat(reader.readLine())
          .isEqualTo("invoice,stock_code,quantity,date,unit_price,customer,country");
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split(",", -1);
        assertThat(columns).as(line).hasSize(7);
        lines[0]++;
        String kind = columns[0].startsWith("C") ? "cancelled" : "sold";
        BigDecimal amount = new BigDecimal(columns[2]).multiply(new BigDecimal(columns[4]));
        revenue.merge(kind, amount, BigDecimal::add);
      }
    }

    assertThat(lines[0]).isEqualTo(541_909);
    assertThat(revenue.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("9747747.934");
    assertThat(revenue.get("cancelled")).isNegative();
  }

  @Test
  void files_areSmall() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      assertThat(bytes).isLessThanOrEqualTo(MAX_BYTES);
    }
  }

  @Test
  void shopFile_namesFilesThatExistAndThreeSearches() throws IOException {
    JsonNode shop =
        JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve("shop.json")));

    assertThat(shop.path("products").valueStream().map(JsonNode::stringValue))
        .hasSize(2)
        .allMatch(name -> Files.isRegularFile(FOLDER.resolve(name)));
    assertThat(FOLDER.resolve(shop.path("orders").stringValue())).isRegularFile();
    assertThat(shop.path("searches").valueStream())
        .hasSize(3)
        .allMatch(
            search ->
                !search.path("q").stringValue().isBlank()
                    && CatalogLocale.ofTag(search.path("locale").stringValue()).isPresent());
  }

  private static List<Product> products(String name) throws IOException {
    ProductJson json = new ProductJson();
    try (BufferedReader reader = reader(FOLDER.resolve(name))) {
      return reader.lines().map(json::read).toList();
    }
  }

  private static BufferedReader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
            StandardCharsets.UTF_8));
  }
}
