package com.aisle.embedding;

import static com.aisle.embedding.EmbeddingScene.CHINESE;
import static com.aisle.embedding.EmbeddingScene.ENGLISH;
import static com.aisle.embedding.Products.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.embeddings.Language;
import com.aisle.vectors.VectorRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change of a product does to its vectors and what is passed on. */
class ProductVectorsTest {

  private static final Instant LATER = NOON.plusNanos(1_000);

  private final EmbeddingScene scene = new EmbeddingScene();

  @Test
  void newProduct_isEmbeddedInEachOfItsLanguages() {
    scene.send(Products.bilingual(NOON));
    assertThat(scene.embedded()).isEqualTo(2);
    VectorRecord english = scene.stored(ENGLISH, "teapot");
    assertThat(english.vector()).containsExactly(scene.vector(Language.ENGLISH, "teapot"));
    assertThat(english.metadata()).containsEntry("stock", 3.0);
    assertThat(scene.stored(CHINESE, "teapot").vector())
        .containsExactly(scene.vector(Language.CHINESE, "茶壺"));
    assertThat(scene.passedOn()).containsExactly(Products.bilingual(NOON));
  }

  @Test
  void languageWithoutTitle_getsNoVector() {
    scene.send(Products.mug(NOON));
    assertThat(scene.stored(ENGLISH, "mug")).isNotNull();
    assertThat(scene.stored(CHINESE, "mug")).isNull();
  }

  @Test
  void description_isEmbeddedToo() {
    Product mug = Products.mug(NOON);
    scene.send(withDescription(mug, "holds a third of a litre", NOON));
    assertThat(scene.stored(ENGLISH, "mug").vector())
        .containsExactly(scene.vector(Language.ENGLISH, "red mug\nholds a third of a litre"));
    scene.send(withDescription(mug, "holds half a litre", LATER));
    assertThat(scene.stored(ENGLISH, "mug").vector())
        .containsExactly(scene.vector(Language.ENGLISH, "red mug\nholds half a litre"));
  }

  @Test
  void stockAlone_isWrittenWithoutEmbedding() {
    scene.send(Products.bilingual(NOON));
    int before = scene.embedded();
    Product sold = Products.product("teapot", Products.bilingual(NOON).title(), 2, LATER);
    scene.send(sold);
    assertThat(scene.embedded()).isEqualTo(before);
    assertThat(scene.stored(ENGLISH, "teapot").metadata()).containsEntry("stock", 2.0);
    assertThat(scene.stored(CHINESE, "teapot").metadata()).containsEntry("stock", 2.0);
    assertThat(scene.stored(ENGLISH, "teapot").vector())
        .containsExactly(scene.vector(Language.ENGLISH, "teapot"));
    assertThat(scene.passedOn()).containsExactly(Products.bilingual(NOON), sold);
  }

  @Test
  void changedTitle_isEmbeddedInItsLanguageOnly() {
    scene.send(Products.bilingual(NOON));
    int before = scene.embedded();
    Map<CatalogLocale, String> title =
        Map.of(CatalogLocale.ENGLISH, "iron teapot", CatalogLocale.TRADITIONAL_CHINESE, "茶壺");
    scene.send(Products.product("teapot", title, 3, LATER));
    assertThat(scene.embedded()).isEqualTo(before + 1);
    assertThat(scene.stored(ENGLISH, "teapot").vector())
        .containsExactly(scene.vector(Language.ENGLISH, "iron teapot"));
  }

  @Test
  void sameEventTwice_changesNothingAndIsPassedOnAgain() {
    scene.send(Products.mug(NOON));
    VectorRecord before = scene.stored(ENGLISH, "mug");
    scene.send(Products.mug(NOON));
    assertThat(scene.embedded()).isEqualTo(1);
    assertThat(scene.stored(ENGLISH, "mug")).usingRecursiveComparison().isEqualTo(before);
    // The queue to the catalogue drops the second one: it has the same deduplication id.
    assertThat(scene.passedOn()).containsExactly(Products.mug(NOON));
  }

  @Test
  void olderNews_changesNothingAndIsNotPassedOn() {
    scene.send(Products.mug(LATER), Products.product("mug", titled("blue mug"), 9, NOON));
    assertThat(scene.embedded()).isEqualTo(1);
    assertThat(scene.stored(ENGLISH, "mug").metadata()).containsEntry("stock", 3.0);
    assertThat(scene.passedOn()).containsExactly(Products.mug(LATER));
  }

  @Test
  void deletion_leavesATombstoneInEachLanguage() {
    scene.send(Products.bilingual(NOON), Product.deleted("teapot", LATER));
    assertThat(scene.stored(ENGLISH, "teapot").metadata()).containsEntry("deleted", true);
    assertThat(scene.stored(CHINESE, "teapot").metadata()).containsEntry("deleted", true);
    assertThat(scene.passedOn()).endsWith(Product.deleted("teapot", LATER));
  }

  @Test
  void newsOlderThanTheDeletion_doesNotReviveTheProduct() {
    scene.send(Products.mug(NOON), Product.deleted("mug", LATER), Products.mug(NOON.plusNanos(1)));
    assertThat(scene.stored(ENGLISH, "mug").metadata()).containsEntry("deleted", true);
    assertThat(scene.passedOn()).hasSize(2);
  }

  @Test
  void deletionBeforeTheFirstNews_isRememberedInOnePlace() {
    scene.send(Product.deleted("teapot", LATER), Products.bilingual(NOON));
    assertThat(scene.embedded()).isZero();
    assertThat(scene.stored(ENGLISH, "teapot").metadata()).containsEntry("deleted", true);
    assertThat(scene.stored(CHINESE, "teapot")).isNull();
    assertThat(scene.passedOn()).containsExactly(Product.deleted("teapot", LATER));
  }

  @Test
  void newsLaterThanTheDeletion_revivesTheProduct() {
    scene.send(Products.mug(NOON), Product.deleted("mug", LATER), Products.mug(LATER.plusNanos(1)));
    assertThat(scene.stored(ENGLISH, "mug").metadata()).containsEntry("deleted", false);
    assertThat(scene.stored(ENGLISH, "mug").vector())
        .containsExactly(scene.vector(Language.ENGLISH, "red mug"));
  }

  @Test
  void lostTitle_takesTheVectorOfItsLanguageAway() {
    scene.send(Products.bilingual(NOON), Products.product("teapot", titled("teapot"), 3, LATER));
    assertThat(scene.stored(CHINESE, "teapot")).isNull();
    assertThat(scene.stored(ENGLISH, "teapot")).isNotNull();
    scene.send(Products.bilingual(NOON));
    assertThat(scene.stored(CHINESE, "teapot")).as("older news").isNull();
  }

  @Test
  void vectorOfUnknownOrigin_isReplaced() {
    scene.vectors.ensure(ENGLISH);
    scene.vectors.upsert(
        ENGLISH, List.of(new VectorRecord("mug", new float[384], Map.of("stock", 1.0))));
    scene.send(Products.mug(NOON));
    assertThat(scene.stored(ENGLISH, "mug").vector())
        .containsExactly(scene.vector(Language.ENGLISH, "red mug"));
  }

  private static Map<CatalogLocale, String> titled(String title) {
    return Map.of(CatalogLocale.ENGLISH, title);
  }

  private static Product withDescription(Product product, String description, Instant updatedAt) {
    return new Product(
        product.id(),
        product.sku(),
        product.group(),
        product.title(),
        Map.of(CatalogLocale.ENGLISH, description),
        product.brand(),
        product.category(),
        product.price(),
        product.stock(),
        product.attributes(),
        product.image(),
        updatedAt,
        false);
  }
}
