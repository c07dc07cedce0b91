package com.aisle.catalogfunction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/** The handler class that Lambda calls, with events as AWS sends them. */
class CatalogInvokerIT {

  @TempDir static Path folder;
  private static Catalog catalog;
  private static FunctionInvoker invoker;

  @BeforeAll
  static void start() {
    catalog = new Catalog(folder);
    CatalogTestApplication.catalog = catalog;
    System.setProperty("MAIN_CLASS", CatalogTestApplication.class.getName());
    invoker = new FunctionInvoker();
  }

  @AfterAll
  static void stop() {
    catalog.close();
  }

  @Test
  void batch_isIndexed_andAcknowledgedAsAWhole() throws IOException {
    assertThat(invoke("catalog-writes.json")).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(catalog.titleOf("21791")).hasValue("Red enamel mug");
    assertThat(catalog.titleOf("85123A")).hasValue("White hanging heart T-light holder");
  }

  @Test
  void poison_isADeadLetter_andNothingComesAgain() throws IOException {
    assertThat(invoke("catalog-writes-poison.json")).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(CatalogTestApplication.FAILED.reasons())
        .containsOnlyKeys("059f36b4-87a3-44ab-83d2-661975830a7d");
  }

  @Test
  void schedule_tidiesUp() throws IOException {
    invoke("catalog-writes.json");

    assertThat(invoke("catalog-maintain.json")).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(catalog.titleOf("21791")).hasValue("Red enamel mug");
  }

  private static String invoke(String event) throws IOException {
    byte[] json = Files.readAllBytes(Path.of("../../events", event));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(json), answer, null);
    return answer.toString(StandardCharsets.UTF_8);
  }
}
