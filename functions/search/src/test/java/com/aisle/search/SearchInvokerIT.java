package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.productformat.ProductJson;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handler class that Lambda calls, with events as API Gateway sends them. */
class SearchInvokerIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path folder;
  private static Shop shop;
  private static FunctionInvoker invoker;

  @BeforeAll
  static void start() throws IOException {
    shop = new Shop(folder);
    JsonNode batch = JSON.readTree(Path.of("../../events/catalog-writes.json").toFile());
    shop.publish(new ProductJson().readBatch(batch.at("/Records/0/body").asString()));
    SearchTestApplication.shop = shop;
    System.setProperty("MAIN_CLASS", SearchTestApplication.class.getName());
    invoker = new FunctionInvoker();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @Test
  void search_inEnglish() throws IOException {
    Answer answer = invoke("search.json", "/v1/search");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.ids()).containsExactly("21791");
    assertThat(answer.facet("category")).containsExactly("Home > Kitchen > Mugs 1");
    assertThat(answer.body().path("size").asInt()).isEqualTo(5);
  }

  @Test
  void search_inChinese() throws IOException {
    Answer answer = invoke("search-zh.json", "/v1/search");

    assertThat(answer.ids()).containsExactly("21791");
    assertThat(answer.hit("21791").path("title").asString()).isEqualTo("紅色琺瑯馬克杯");
  }

  @Test
  void product() throws IOException {
    Answer answer = invoke("product.json", "/v1/products/{id}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/title/en").asString())
        .isEqualTo("White hanging heart T-light holder");
  }

  @Test
  void health() throws IOException {
    Answer answer = invoke("health.json", "/v1/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/index/products").asInt()).isEqualTo(2);
  }

  private static Answer invoke(String event, String path) throws IOException {
    byte[] json = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(json), answer, null);
    return Answer.of(path, JSON.readValue(answer.toByteArray(), APIGatewayV2HTTPResponse.class));
  }
}
