package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchProcessorTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void standardQueue_eachMessageFailsAlone() {
    List<QueuedMessage> batch = List.of(message("1", null), bad("2", null), message("3", null));
    assertThat(BatchProcessor.process(batch, this::work)).containsExactly("2");
    assertThat(done).containsExactly("1", "3");
  }

  @Test
  void fifoQueue_laterMessagesOfTheGroupFailUntouched() {
    List<QueuedMessage> batch =
        List.of(message("1", "a"), bad("2", "a"), message("3", "b"), message("4", "a"));
    assertThat(BatchProcessor.process(batch, this::work)).containsExactly("2", "4");
    assertThat(done).containsExactly("1", "3");
  }

  @Test
  void sqsEvent_isMappedBothWays() {
    SQSMessage message = new SQSMessage();
    message.setMessageId("id-1");
    message.setBody("body");
    message.setAttributes(Map.of("MessageGroupId", "catalog"));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    assertThat(SqsBatches.messages(event))
        .containsExactly(new QueuedMessage("id-1", "body", "catalog"));
    assertThat(SqsBatches.response(List.of("id-1")).getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("id-1");
  }

  private void work(QueuedMessage message) {
    if (message.body().equals("bad")) {
      throw new IllegalStateException("bad");
    }
    done.add(message.id());
  }

  private static QueuedMessage message(String id, @Nullable String group) {
    return new QueuedMessage(id, "good", group);
  }

  private static QueuedMessage bad(String id, @Nullable String group) {
    return new QueuedMessage(id, "bad", group);
  }
}
