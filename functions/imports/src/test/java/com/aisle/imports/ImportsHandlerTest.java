package com.aisle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.testing.RecordingFailedMessages;
import com.aisle.messaging.testing.RecordingPublisher;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.testing.InMemoryObjectStore;
import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.AWSLambdaUtils;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

class ImportsHandlerTest {

  private final TickingClock clock =
      new TickingClock(Instant.parse("2026-11-24T12:00:00Z"), Duration.ofMillis(10));
  private final InMemoryObjectStore store = new InMemoryObjectStore(clock);
  private final RecordingPublisher ownQueue = new RecordingPublisher();
  private final RecordingFailedMessages failedMessages = new RecordingFailedMessages();
  private final ImportsHandler handler =
      new ImportsHandler(
          new ImportService(
              store,
              new RecordingPublisher(),
              new RecordingPublisher(),
              ownQueue,
              new ProductJson(),
              clock,
              () -> "worker",
              Duration.ofSeconds(2)),
          new BatchProcessor(failedMessages),
          clock,
          Duration.ofSeconds(60));

  @BeforeEach
  void putFile() {
    byte[] lines = "not a product\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    store.putWithMetadata("imports/spring catalog.jsonl", lines, Map.of());
  }

  @Test
  void enoughTimeLeft_readsTheWholeFile() throws Exception {
    assertThat(handler.apply(event(Duration.ofSeconds(120))).getBatchItemFailures()).isEmpty();
    assertThat(ownQueue.messages()).isEmpty();
  }

  @Test
  void lessThanAMinuteLeft_handsOver() throws Exception {
    assertThat(handler.apply(event(Duration.ofSeconds(61))).getBatchItemFailures()).isEmpty();
    assertThat(ownQueue.messages()).hasSize(1);
  }

  private static Message<String> event(Duration left) throws Exception {
    String event = Files.readString(Path.of("../../events/imports.json"));
    return MessageBuilder.withPayload(event)
        .setHeader(AWSLambdaUtils.AWS_CONTEXT, contextWith(left))
        .build();
  }

  /** A context that knows only how much time is left. */
  private static Context contextWith(Duration left) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> (int) left.toMillis();
                  case "toString" -> "context";
                  case "hashCode" -> 1;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
