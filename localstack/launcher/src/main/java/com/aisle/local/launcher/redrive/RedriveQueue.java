package com.aisle.local.launcher.redrive;

import com.aisle.local.launcher.LauncherException;
import java.util.Comparator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * A queue and that of its dead letters.
 *
 * @param url of the queue
 * @param deadLettersUrl of its dead letters
 */
record RedriveQueue(String url, String deadLettersUrl) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  boolean isFifo() {
    return url.endsWith(".fifo");
  }

  /** The queue of this name; what comes before it (the stack's name) and {@code .fifo} may lack. */
  static RedriveQueue find(SqsClient sqs, String name) {
    String url =
        sqs.listQueuesPaginator().queueUrls().stream()
            .filter(candidate -> matches(candidate, name))
            .min(Comparator.comparingInt(String::length))
            .orElseThrow(() -> new LauncherException("there is no queue " + name));
    String policy =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
            .attributes()
            .get(QueueAttributeName.REDRIVE_POLICY);
    if (policy == null) {
      throw new LauncherException("the queue %s has no dead letters".formatted(name));
    }
    String arn = JSON.readTree(policy).path("deadLetterTargetArn").asString("");
    String deadLetters = arn.substring(arn.lastIndexOf(':') + 1);
    return new RedriveQueue(
        url, sqs.getQueueUrl(request -> request.queueName(deadLetters)).queueUrl());
  }

  private static boolean matches(String url, String name) {
    String found = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.fifo$", "");
    String wanted = name.replaceFirst("\\.fifo$", "");
    return found.equals(wanted) || found.endsWith("-" + wanted);
  }
}
