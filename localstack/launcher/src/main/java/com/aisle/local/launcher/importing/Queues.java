package com.aisle.local.launcher.importing;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues between an import file and the index. */
final class Queues {
  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final SqsClient sqs;
  private final List<String> urls;

  Queues(SqsClient sqs, List<String> urls) {
    this.sqs = sqs;
    this.urls = urls;
  }

  /** Messages that wait or are being worked on, over all queues. */
  int messages() {
    return urls.stream().mapToInt(this::messages).sum();
  }

  private int messages(String url) {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(COUNTS))
            .attributes();
    return COUNTS.stream().mapToInt(name -> Integer.parseInt(counts.getOrDefault(name, "0"))).sum();
  }
}
