package com.aisle.search;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterParser;
import com.aisle.textindex.CatalogWriter;
import com.aisle.textindex.MirrorConfig;
import com.aisle.textindex.Sort;
import com.aisle.textindex.TextQuery;
import com.aisle.web.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Searches a small index of its own, so that classes are loaded and the hot path is compiled before
 * the snapshot is taken. The shop's own index would not do: at the first deployment there is none.
 */
final class Priming {

  private static final int ROUNDS = 50;

  private static final String PREFIX = "index/";

  private final Ports ports;
  private final SearchConfig config;

  Priming(Ports ports, SearchConfig config) {
    this.ports = ports;
    this.config = config;
  }

  void run() {
    Path folder = temporaryFolder();
    try {
      search(folder);
    } finally {
      delete(folder);
    }
  }

  private void search(Path folder) {
    ScratchStore store = new ScratchStore();
    publish(store, folder.resolve("writer"));
    MirrorConfig unchanging = new MirrorConfig(Duration.ofHours(1), Duration.ofHours(1));
    SearchConfig ownIndex = config.withIndexPrefix(PREFIX);
    try (SearchFunction function =
        new SearchFunction(
            ports.withObjects(store), ownIndex, unchanging, folder.resolve("mirror"))) {
      function.warmUp();
      for (int round = 0; round < ROUNDS; round++) {
        answer(function, request("red mugg " + round, Sort.RELEVANCE));
        answer(function, request("紅色馬克杯 " + round, Sort.RELEVANCE));
        answer(function, request("", Sort.PRICE_ASCENDING));
      }
    }
  }

  private void publish(ScratchStore store, Path folder) {
    try (CatalogWriter writer =
        CatalogWriter.open(store, PREFIX, folder, ports.clock(), ports.ids())) {
      writer.apply(List.of(product("1", "Red enamel mug"), product("2", "White tea light")));
      writer.publish();
    }
  }

  private static void answer(SearchFunction function, SearchRequest request) {
    SearchAnswer answer = function.service().search(request);
    Response.json(200, out -> SearchAnswerJson.write(answer, out));
  }

  private static SearchRequest request(String text, Sort sort) {
    TextQuery query =
        new TextQuery(
            text,
            FilterParser.parse("price < 50 AND NOT brand = \"none\""),
            List.of(FilterField.BRAND, FilterField.CATEGORY),
            sort,
            0,
            SearchParameters.DEFAULT_SIZE,
            !text.isEmpty());
    return new SearchRequest(query, CatalogLocale.ENGLISH, 1);
  }

  private static Product product(String id, String title) {
    return new Product(
        id,
        "SKU-" + id,
        null,
        Map.of(CatalogLocale.ENGLISH, title, CatalogLocale.TRADITIONAL_CHINESE, "紅色琺瑯馬克杯"),
        Map.of(CatalogLocale.ENGLISH, "Holds a third of a litre."),
        "Aisle",
        List.of("Home", "Kitchen"),
        new Money(new BigDecimal("12.50"), Currency.getInstance("EUR")),
        1,
        Map.of(),
        null,
        Instant.EPOCH,
        false);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("aisle-priming");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
