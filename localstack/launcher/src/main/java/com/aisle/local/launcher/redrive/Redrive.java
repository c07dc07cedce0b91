package com.aisle.local.launcher.redrive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Moves dead letters back to their queue. A letter is deleted after the queue has its message and
 * not before: one that could not be sent stays, and after a crash in between a message may come
 * twice, which every consumer of Aisle's allows for.
 */
public final class Redrive {
  private static final int BATCH = 10;
  private static final int HIDDEN_SECONDS = 120;

  private final SqsClient sqs;
  private final Clock clock;
  private final Consumer<String> out;

  /**
   * A redrive.
   *
   * @param out takes a line for each letter
   */
  public Redrive(SqsClient sqs, Clock clock, Consumer<String> out) {
    this.sqs = sqs;
    this.clock = clock;
    this.out = out;
  }

  /**
   * What became of the letters.
   *
   * @param moved those that are in the queue again, or in a dry run would be
   * @param kept those that could not be sent
   */
  public record Result(int moved, int kept) {}

  /**
   * Moves letters back.
   *
   * @param queue the name of the queue, not of that of its dead letters
   * @param dryRun only says what is there
   * @param most that many letters
   */
  public Result run(String queue, boolean dryRun, int most) {
    RedriveQueue way = RedriveQueue.find(sqs, queue);
    List<Message> hidden = new ArrayList<>();
    int moved = 0;
    int kept = 0;
    for (List<Message> letters = receive(way, most);
        !letters.isEmpty();
        letters = receive(way, most - moved - kept)) {
      for (Message letter : letters) {
        if (!dryRun && move(letter, way)) {
          moved++;
        } else {
          hidden.add(letter);
          moved += dryRun ? 1 : 0;
          kept += dryRun ? 0 : 1;
        }
        if (dryRun) {
          out.accept("would move " + new DeadLetter(letter).text(clock.instant()));
        }
      }
    }
    hidden.forEach(letter -> show(letter, way));
    return new Result(moved, kept);
  }

  private List<Message> receive(RedriveQueue way, int most) {
    if (most <= 0) {
      return List.of();
    }
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(way.deadLettersUrl())
                    .maxNumberOfMessages(Math.min(BATCH, most))
                    .visibilityTimeout(HIDDEN_SECONDS)
                    .waitTimeSeconds(1)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private boolean move(Message letter, RedriveQueue way) {
    String text = new DeadLetter(letter).text(clock.instant());
    try {
      sqs.sendMessage(request(letter, way));
    } catch (SdkException e) {
      out.accept("kept  %s  (could not be sent: %s)".formatted(text, e.getMessage()));
      return false;
    }
    sqs.deleteMessage(
        request -> request.queueUrl(way.deadLettersUrl()).receiptHandle(letter.receiptHandle()));
    out.accept("moved " + text);
    return true;
  }

  /** Without the reason, which was that of the last time. */
  private static SendMessageRequest request(Message letter, RedriveQueue way) {
    SendMessageRequest.Builder request =
        SendMessageRequest.builder().queueUrl(way.url()).messageBody(letter.body());
    if (way.isFifo()) {
      String group = letter.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
      request
          .messageGroupId(group)
          // The message's own id would be dropped as a repetition for five minutes.
          .messageDeduplicationId("redrive-" + letter.messageId());
    }
    return request.build();
  }

  private void show(Message letter, RedriveQueue way) {
    sqs.changeMessageVisibility(
        request ->
            request
                .queueUrl(way.deadLettersUrl())
                .receiptHandle(letter.receiptHandle())
                .visibilityTimeout(0));
  }
}
