package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.messaging.testing.RecordingFailedMessages;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchProcessorTest {

  private final List<String> done = new ArrayList<>();
  private final RecordingFailedMessages failed = new RecordingFailedMessages();
  private final BatchProcessor processor = new BatchProcessor(failed);

  @Test
  void standardQueue_eachMessageFailsAlone() {
    List<QueuedMessage> batch = List.of(message("1", null), bad("2", null), message("3", null));
    assertThat(processor.process(batch, this::work)).containsExactly("2");
    assertThat(done).containsExactly("1", "3");
  }

  @Test
  void fifoQueue_laterMessagesOfTheGroupFailUntouched() {
    List<QueuedMessage> batch =
        List.of(message("1", "a"), bad("2", "a"), message("3", "b"), message("4", "a"));
    assertThat(processor.process(batch, this::work)).containsExactly("2", "4");
    assertThat(done).containsExactly("1", "3");
  }

  @Test
  void rejected_isKeptWithItsReasonAndStopsNobody() {
    List<QueuedMessage> batch =
        List.of(new QueuedMessage("1", "never", "a"), message("2", "a"), message("3", "a"));
    assertThat(processor.process(batch, this::work)).isEmpty();
    assertThat(done).containsExactly("2", "3");
    assertThat(failed.reasons()).isEqualTo(Map.of("1", "title is missing"));
  }

  @Test
  void rejectedButDeadLettersAway_comesAgain() {
    failed.goAway();
    assertThat(processor.process(List.of(new QueuedMessage("1", "never", null)), this::work))
        .containsExactly("1");
  }

  @Test
  void failed_comesAgainAfterEverLongerTimes() {
    processor.process(List.of(new QueuedMessage("1", "bad", null, 3, "r")), this::work);
    assertThat(failed.delays()).isEqualTo(Map.of("1", Duration.ofSeconds(4)));
    assertThat(processor.delayAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(processor.delayAfter(90)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void longestDelay_isKept() {
    BatchProcessor quick = new BatchProcessor(failed, Duration.ofSeconds(30));
    assertThat(quick.delayAfter(5)).isEqualTo(Duration.ofSeconds(16));
    assertThat(quick.delayAfter(6)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void untouchedOnesOfAGroup_comeWithTheFailedOne() {
    processor.process(List.of(bad("1", "a"), message("2", "a")), this::work);
    assertThat(failed.delays().keySet()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void sqsEvent_isMappedBothWays() {
    SQSMessage message = new SQSMessage();
    message.setMessageId("id-1");
    message.setBody("body");
    message.setReceiptHandle("receipt-1");
    message.setAttributes(Map.of("MessageGroupId", "catalog", "ApproximateReceiveCount", "2"));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    assertThat(SqsBatches.messages(event))
        .containsExactly(new QueuedMessage("id-1", "body", "catalog", 2, "receipt-1"));
    assertThat(SqsBatches.response(List.of("id-1")).getBatchItemFailures())
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly("id-1");
  }

  private void work(QueuedMessage message) {
    if (message.body().equals("bad")) {
      throw new IllegalStateException("bad");
    }
    if (message.body().equals("never")) {
      throw new RejectedMessageException("title is missing");
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
