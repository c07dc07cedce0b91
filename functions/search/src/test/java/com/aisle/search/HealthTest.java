package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.storage.testing.InMemoryObjectStore.Operation;
import com.aisle.vectors.VectorStoreException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void everythingThere_isOk() {
    shop.publish(Products.ALL);
    shop.time.advance(Duration.ofSeconds(5));

    Answer answer = shop.health();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("status").asString()).isEqualTo("ok");
    assertThat(answer.body().at("/index/state").asString()).isEqualTo("ok");
    assertThat(answer.body().at("/index/products").asInt()).isEqualTo(4);
    assertThat(answer.body().at("/index/age").asInt()).isEqualTo(5);
    assertThat(answer.body().path("models").propertyNames()).containsExactly("en", "zh");
    assertThat(answer.body().at("/vectors/zh/state").asString()).isEqualTo("ok");
  }

  @Test
  void vectorsAway_isDegraded_butAnswers() {
    shop.publish(Products.ALL);
    shop.vectors.failAs(Kind.UNAVAILABLE);

    Answer answer = shop.health();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("status").asString()).isEqualTo("degraded");
    assertThat(answer.body().at("/vectors/en/state").asString()).isEqualTo("away");
  }

  @Test
  void languageWithoutVectors_isEmpty_andNoHarm() {
    shop.publish(Products.ALL);
    shop.vectors.failAs(Kind.NO_SUCH_SPACE);

    Answer answer = shop.health();

    assertThat(answer.body().path("status").asString()).isEqualTo("ok");
    assertThat(answer.body().at("/vectors/en/state").asString()).isEqualTo("empty");
  }

  @Test
  void noIndexYet_isDown() {
    Answer answer = shop.health();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().path("status").asString()).isEqualTo("down");
    assertThat(answer.body().at("/index/state").asString()).isEqualTo("empty");
  }

  @Test
  void objectStoreAwayFromTheStart_isDown() {
    shop.publish(Products.ALL);
    shop.objects.fail(Operation.READ, "", 1);

    Answer answer = shop.health();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().at("/index/state").asString()).isEqualTo("away");
  }
}
