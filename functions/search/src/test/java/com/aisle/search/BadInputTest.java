package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
    shop.publish(Products.ALL);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          limit=5                   | limit  | unknown
          page=0                    | page   | from 1 to 10000
          page=x                    | page   | whole number
          page=501&size=20          | page   | times size must not be above 10000
          page=10000&size=250       | page   | times size must not be above 10000
          size=251                  | size   | from 0 to 250
          size=-1                   | size   | from 0 to 250
          locale=fr                 | locale | one of en, zh-Hant
          sort=cheapest             | sort   | one of relevance, price, -price, newest
          facets=brand,weight       | facets | 'weight' is no field
          facets=price              | facets | 'price' cannot be counted
          filter=brand+%3D          | filter | expected a value, found the end
          filter=weight+%3C+3       | filter | expected a field
          q=a&q=b                   | q      | given 2 times
          """)
  void parameter_outsideOfWhatItMayBe_isNamedWithTheReason(
      String query, String parameter, String reason) {
    Answer answer = shop.search(query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsOnlyKeys(parameter);
    assertThat(answer.errors().get(parameter)).contains(reason);
  }

  @Test
  void filter_withError_tellsThePositionInWhatWasSent() {
    Answer answer = shop.search("filter=+++price+%3C+cheap");

    assertThat(answer.body().at("/errors/0/position").asInt()).isEqualTo(11);
    assertThat(answer.body().at("/errors/0/reason").asString())
        .isEqualTo("expected a number, found 'cheap'");
  }

  @Test
  void everyError_isNamedAtOnce() {
    assertThat(shop.search("page=0&size=251&sort=up&locale=fr&x=1").errors())
        .containsOnlyKeys("page", "size", "sort", "locale", "x");
  }

  @Test
  void query_tooLong_isRefused_andTheLongestOneIsNot() {
    assertThat(shop.search("q=" + "a".repeat(501)).errors()).containsOnlyKeys("q");
    assertThat(shop.search("q=" + "a".repeat(500)).status()).isEqualTo(200);
  }

  @Test
  void facets_tooMany_areRefused() {
    String many =
        IntStream.range(0, 21).mapToObj(i -> "attributes.a" + i).collect(Collectors.joining(","));

    assertThat(shop.search("facets=" + many).errors()).containsOnlyKeys("facets");
  }

  @Test
  void lastPage_isStillAnswered() {
    assertThat(shop.search("page=500&size=20").status()).isEqualTo(200);
    assertThat(shop.search("page=40&size=250").status()).isEqualTo(200);
  }

  @Test
  void otherRoutes_takeNoParameters() {
    assertThat(shop.get("/v1/health", "verbose=1", Map.of()).errors()).containsOnlyKeys("verbose");
    assertThat(shop.get("/v1/products/{id}", "x=1", Map.of("id", "sofa")).errors())
        .containsOnlyKeys("x");
  }
}
