package com.aisle.local.launcher.redrive;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A message that could not be handled. */
record DeadLetter(Message message) {

  /** Why, where a function said so. */
  String reason() {
    MessageAttributeValue reason = message.messageAttributes().get("reason");
    return reason == null ? "received too often without success" : reason.stringValue();
  }

  /** Since it was sent. */
  Duration age(Instant now) {
    String sent = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return sent == null
        ? Duration.ZERO
        : Duration.between(Instant.ofEpochMilli(Long.parseLong(sent)), now);
  }

  /** One line for people. */
  String text(Instant now) {
    Duration age = age(now);
    return "%s  %dh%02dm%02ds  %s"
        .formatted(
            message.messageId(), age.toHours(), age.toMinutesPart(), age.toSecondsPart(), reason());
  }
}
