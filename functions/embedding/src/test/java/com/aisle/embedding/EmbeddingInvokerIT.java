package com.aisle.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.Product;
import com.aisle.vectors.Space;
import com.aisle.vectors.VectorRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/** The handler class that Lambda calls, with the event files that sam local invoke takes. */
class EmbeddingInvokerIT {

  private static final Space ENGLISH = new Space("products-en-minilm-l6-v2", 384);
  private static final Space CHINESE = new Space("products-zh-bge-small-v15", 512);

  private static FunctionInvoker function;

  @BeforeAll
  static void start() {
    System.setProperty("MAIN_CLASS", EmbeddingWithFakes.class.getName());
    function = new FunctionInvoker();
  }

  @BeforeEach
  void forget() {
    EmbeddingWithFakes.CATALOG.clear();
  }

  private static String invoke(String event) throws Exception {
    byte[] input = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(input), output, null);
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void busEvent_givesVectorsInBothLanguagesAndIsPassedOn() throws Exception {
    assertThat(invoke("product-changed.json")).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(fetched(ENGLISH)).containsKey("mouse-1");
    assertThat(fetched(CHINESE)).containsKey("mouse-1");
    assertThat(passedOn()).singleElement().extracting(Product::brand).isEqualTo("Nordwind");
  }

  @Test
  void importWithABadMessage_makesThatOneADeadLetter() throws Exception {
    assertThat(invoke("product-changes-import.json")).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(EmbeddingWithFakes.FAILED.reasons())
        .containsOnlyKeys("7d0b3c5e-0c5d-4b0e-9a7e-3f0a4c1f2b11")
        .hasValueSatisfying(
            new Condition<>(reason -> reason.contains("/products/0/stock"), "names the place"));
    assertThat(fetched(ENGLISH)).containsKeys("mug-1", "kettle-1").doesNotContainKey("teapot-1");
    assertThat(fetched(CHINESE)).containsKey("teapot-1");
    assertThat(passedOn()).extracting(Product::id).containsExactly("kettle-1", "mug-1", "teapot-1");
  }

  private static Map<String, VectorRecord> fetched(Space space) {
    return EmbeddingWithFakes.VECTORS.fetch(
        space, List.of("mouse-1", "mug-1", "teapot-1", "kettle-1", "lamp-1"));
  }

  private static List<Product> passedOn() {
    return EmbeddingWithFakes.CATALOG.bodies().stream()
        .flatMap(body -> Products.FORMAT.readBatch(body).stream())
        .toList();
  }
}
