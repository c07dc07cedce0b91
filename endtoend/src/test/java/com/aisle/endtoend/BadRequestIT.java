package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.endtoend.Api.Answer;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes are answered with problem JSON through the whole way of a request. */
@ExtendWith(Cloud.Extension.class)
class BadRequestIT {

  private final Cloud cloud;

  BadRequestIT(Cloud cloud) {
    this.cloud = cloud;
  }

  @BeforeEach
  void somethingIsIndexed() {
    Shop shop = new Shop(cloud);
    if (cloud.api.product("any-1").status() != 200) {
      shop.tell(Shop.document("any-1", "Any article", "1.00", 0));
      org.awaitility.Awaitility.await()
          .atMost(Shop.PATIENCE)
          .until(() -> cloud.api.product("any-1").status() == 200);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/search?q=mug&colour=red | colour",
        "/v1/search?q=mug&page=0 | page",
        "/v1/search?q=mug&page=1000000 | page",
        "/v1/search?q=mug&size=many | size",
        "/v1/search?q=mug&locale=tlh | locale",
        "/v1/search?q=mug&sort=smell | sort",
        "/v1/search?q=mug&facets=smell | facets",
        "/v1/search?q=mug&filter=price%3Ccheap | filter",
      })
  void mistake_isNamed(String request, String parameter) {
    Answer answer = cloud.api.get(request.strip());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body().path("errors").path(0).path("parameter").asString())
        .isEqualTo(parameter);
  }

  @Test
  void badFilter_saysWhereAndWhatWasExpected() {
    Answer answer = cloud.api.search("mug", "&filter=" + Api.encode("price < cheap"));
    assertThat(answer.body().path("errors").path(0).path("position").asInt()).isEqualTo(8);
    assertThat(answer.body().path("errors").path(0).path("reason").asString()).contains("a number");
  }

  @Test
  void unknownProduct_andUnknownRoute_are404() {
    assertThat(cloud.api.product("nobody").status()).isEqualTo(404);
    assertThat(cloud.api.get("/v2/search?q=mug").status()).isEqualTo(404);
  }

  @Test
  void anotherMethod_isNoRoute() {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(cloud.parts.addresses().gateway().resolve("/v1/search"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(cloud.api.send(post).status()).isEqualTo(404);
  }

  @Test
  void fileThatIsNoGzip_failsWithAReasonAndWritesNothing() {
    Shop shop = new Shop(cloud);
    shop.upload(
        "broken.jsonl.gz", "this is no gzip".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    org.awaitility.Awaitility.await()
        .atMost(Shop.PATIENCE)
        .until(() -> shop.report("broken.jsonl.gz").path("state").asString().equals("failed"));
    assertThat(shop.report("broken.jsonl.gz").path("reason").asString()).contains("gzip");
    assertThat(shop.report("broken.jsonl.gz").path("accepted").asInt()).isZero();
  }
}
