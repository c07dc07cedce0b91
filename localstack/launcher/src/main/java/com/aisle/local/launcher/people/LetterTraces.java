package com.aisle.local.launcher.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Looks for people in a queue of dead letters, and leaves it as it was. */
public final class LetterTraces {
  private static final int HIDDEN_SECONDS = 60;

  private final SqsClient sqs;
  private final String queueUrl;

  public LetterTraces(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /** How many letters hold one of these words. */
  public long of(Collection<String> words) {
    List<Message> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try {
      List<Message> batch = receive();
      while (batch.stream().anyMatch(message -> seen.add(message.messageId()))) {
        all.addAll(batch);
        batch = receive();
      }
    } finally {
      all.forEach(this::showAgain);
    }
    return all.stream()
        .filter(message -> words.stream().anyMatch(message.body()::contains))
        .map(Message::messageId)
        .distinct()
        .count();
  }

  private List<Message> receive() {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1)
                    .visibilityTimeout(HIDDEN_SECONDS))
        .messages();
  }

  private void showAgain(Message message) {
    sqs.changeMessageVisibility(
        r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }
}
