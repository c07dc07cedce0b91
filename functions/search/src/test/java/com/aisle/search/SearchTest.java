package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.Product;
import com.aisle.embeddings.Language;
import com.aisle.storage.testing.InMemoryObjectStore.Operation;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.VectorStoreException.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

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

  @Test
  void answer_hasHitsAndAllAboutThem() {
    shop.time.advance(Duration.ofSeconds(90));

    Answer answer = shop.search("q=enamel+mug&facets=category");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("queryId").asString()).isEqualTo("query-1");
    assertThat(answer.body().path("took").isNumber()).isTrue();
    assertThat(answer.body().path("total").asInt()).isEqualTo(1);
    assertThat(answer.body().path("page").asInt()).isEqualTo(1);
    assertThat(answer.body().path("size").asInt()).isEqualTo(20);
    assertThat(answer.body().path("index").path("generation").asLong()).isPositive();
    assertThat(answer.body().path("index").path("age").asLong()).isEqualTo(90);
    assertThat(answer.body().path("index").path("products").asLong()).isEqualTo(4);
    assertThat(answer.degraded()).isEmpty();
    assertThat(answer.facet("category")).containsExactly("Home > Kitchen > Mugs 1");
    assertThat(answer.hit("mug-red").toString())
        .startsWith(
            "{\"id\":\"mug-red\",\"sku\":\"SKU-mug-red\",\"title\":\"Red enamel mug <0.3 l>\","
                + "\"highlightedTitle\":\"Red <em>enamel</em> <em>mug</em> &lt;0.3 l&gt;\","
                + "\"price\":{\"amount\":\"12.50\",\"currency\":\"EUR\"},\"brand\":\"Falcon\","
                + "\"category\":[\"Home\",\"Kitchen\",\"Mugs\"],"
                + "\"image\":\"https://shop.example/mug-red.jpg\",\"stock\":3,\"score\":");
  }

  @Test
  void took_isTheTimeThatPassed() {
    Answer answer = shop.search("q=mug");

    assertThat(answer.body().path("took").asDouble()).isZero();
  }

  @Test
  void hit_ofBareProduct_lacksWhatTheProductLacks() {
    Answer answer = shop.search("q=voucher");

    assertThat(answer.hit("bare").propertyNames())
        .containsExactly("id", "sku", "title", "highlightedTitle", "category", "stock", "score");
  }

  @Test
  void title_isShownInTheLocale_orInAnotherIfThereIsNone() {
    Answer answer = shop.search("q=mug&locale=zh-Hant");

    assertThat(answer.hit("mug-red").path("title").asString()).isEqualTo("紅色琺瑯馬克杯");
    assertThat(answer.hit("mug-blue").path("title").asString()).isEqualTo("Blue stoneware mug");
    assertThat(answer.hit("mug-blue").path("highlightedTitle").asString())
        .isEqualTo("Blue stoneware <em>mug</em>");
  }

  @Test
  void chinese_traditionalOrSimplified_findsTheProduct() {
    assertThat(shop.search("q=" + encoded("琺瑯")).ids()).containsExactly("mug-red");
    assertThat(shop.search("q=" + encoded("珐琅")).ids()).containsExactly("mug-red");
  }

  @Test
  void meaning_findsWhatNoWordDoes() {
    shop.vectors.neighbours = List.of(new Neighbour("sofa", .9f));

    Answer answer = shop.search("q=mug+couch");

    assertThat(answer.ids()).contains("sofa");
  }

  @Test
  void meaning_isAskedInTheSpaceOfTheScript_underTheSameFilter() {
    shop.search("q=mug&filter=price+%3C+50");
    assertThat(shop.vectors.lastQuestion().space())
        .isEqualTo(shop.embedders.productSpace(Language.ENGLISH));
    assertThat(shop.vectors.lastQuestion().filter().toString()).contains("price", "50");
    assertThat(shop.vectors.lastQuestion().limit()).isEqualTo(500);
    assertThat(shop.vectors.lastQuestion().query())
        .isEqualTo(shop.embedders.in(Language.ENGLISH).embedQuery("mug"));

    shop.search("q=" + encoded("杯"));
    assertThat(shop.vectors.lastQuestion().space())
        .isEqualTo(shop.embedders.productSpace(Language.CHINESE));
  }

  @Test
  void filter_holdsForEveryHit_alsoForThoseByMeaning() {
    shop.vectors.neighbours = List.of(new Neighbour("sofa", .9f), new Neighbour("mug-blue", .8f));

    Answer answer = shop.search("q=mug&filter=price+%3C+10");

    assertThat(answer.ids()).containsExactly("mug-blue");
  }

  @Test
  void facets_areCountedInTheOrderAskedFor() {
    Answer answer = shop.search("q=&facets=attributes.washable,brand");

    assertThat(answer.body().path("facets").propertyNames())
        .containsExactly("attributes.washable", "brand");
    assertThat(answer.facet("brand")).containsExactly("Denby 2", "Falcon 1");
    assertThat(answer.facet("attributes.washable")).containsExactly("true 3");
    assertThat(answer.body().at("/facets/attributes.washable/0/value").isBoolean()).isTrue();
  }

  @Test
  void browsing_andSorting_ask_noVectors() {
    assertThat(shop.search("").ids()).hasSize(4);
    assertThat(shop.search("q=mug&sort=price").ids()).containsExactly("mug-blue", "mug-red");
    assertThat(shop.search("q=mug&sort=-price").ids()).containsExactly("mug-red", "mug-blue");
    assertThat(shop.search("sort=newest").ids()).first().isEqualTo("bare");
    assertThat(shop.vectors.questions).isEmpty();
  }

  @Test
  void pages_followEachOther() {
    List<String> all = shop.search("sort=price").ids();

    assertThat(shop.search("sort=price&size=3").ids()).isEqualTo(all.subList(0, 3));
    assertThat(shop.search("sort=price&size=3&page=2").ids()).isEqualTo(all.subList(3, 4));
    assertThat(shop.search("sort=price&size=3&page=3").ids()).isEmpty();
    assertThat(shop.search("size=0").body().path("total").asInt()).isEqualTo(4);
  }

  @Test
  void misspeltWord_isCorrected_andSaidSo() {
    Answer answer = shop.search("q=enammel+mug");

    assertThat(answer.ids()).containsExactly("mug-red");
    assertThat(answer.body().at("/corrections/0/written").asString()).isEqualTo("enammel");
    assertThat(answer.body().at("/corrections/0/corrected").asString()).isEqualTo("enamel");
  }

  @Test
  void wordThatNothingHas_isDropped_andSaidSo() {
    Answer answer = shop.search("q=mug+zzzzqqqq");

    assertThat(answer.ids()).containsExactlyInAnyOrder("mug-red", "mug-blue");
    assertThat(answer.body().path("droppedWords").asInt()).isEqualTo(1);
  }

  @Test
  void vectorStoreAway_wordsAnswerAlone() {
    shop.vectors.failAs(Kind.UNAVAILABLE);

    Answer answer = shop.search("q=mug");

    assertThat(answer.ids()).containsExactlyInAnyOrder("mug-red", "mug-blue");
    assertThat(answer.degraded()).containsExactly("vectors");
  }

  @Test
  void change_isFoundByTheNextSearch() {
    shop.search("q=sofa");

    shop.publish(List.of(Product.deleted("sofa", Products.UPDATED.plusSeconds(1))));

    assertThat(shop.search("q=sofa").ids()).isEmpty();
    assertThat(shop.product("sofa").status()).isEqualTo(404);
  }

  @Test
  void noIndexYet_isUnavailableForNow() {
    shop.objects.delete(shop.objects.keys());
    try (Shop empty = new Shop(folder.resolve("empty"))) {
      for (Answer answer : List.of(empty.search("q=mug"), empty.product("sofa"))) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("retry-after", "5");
        assertThat(answer.body().path("detail").asString()).contains("no product");
      }
      empty.publish(Products.ALL);
      assertThat(empty.search("q=mug").ids()).hasSize(2);
    }
  }

  @Test
  void objectStoreAway_isUnavailableForNow_orGoesUnnoticed() {
    shop.objects.fail(Operation.READ, "", 1);
    assertThat(shop.search("q=mug").status()).isEqualTo(503);

    assertThat(shop.search("q=mug").status()).isEqualTo(200);
    shop.objects.fail(Operation.READ, "", 1);
    assertThat(shop.search("q=mug").ids()).hasSize(2);
  }

  @Test
  void product_isTheWholeDocument() {
    Answer answer = shop.product("mug-red");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/title/zh-Hant").asString()).isEqualTo("紅色琺瑯馬克杯");
    assertThat(answer.body().at("/price/amount").asString()).isEqualTo("12.50");
    assertThat(answer.body().at("/attributes/washable").asBoolean()).isTrue();
    assertThat(shop.product("bare").status()).isEqualTo(200);
  }

  @Test
  void product_unknown_isNotFound() {
    Answer answer = shop.product("no/such");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().path("detail").asString()).contains("no/such");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
