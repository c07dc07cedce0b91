package com.aisle.imports;

import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.QueuedMessage;
import com.aisle.messaging.SqsBatches;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.cloud.function.adapter.aws.AWSLambdaUtils;
import org.springframework.messaging.Message;

/**
 * Takes the messages of the imports queue to the service. The event comes as text and is read by
 * Lambda's own serializer: the adapter's general one looks for {@code records} and would miss the
 * event's {@code Records}.
 */
final class ImportsHandler implements Function<Message<String>, SQSBatchResponse> {

  private static final PojoSerializer<SQSEvent> EVENTS =
      LambdaEventSerializers.serializerFor(SQSEvent.class, ImportsHandler.class.getClassLoader());

  /** Where no runtime tells how much time is left; the greatest that Lambda gives. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ImportService service;
  private final BatchProcessor batches;
  private final Clock clock;
  private final Duration stopBefore;

  /**
   * @param stopBefore how long before the function's time limit to stop
   */
  ImportsHandler(ImportService service, BatchProcessor batches, Clock clock, Duration stopBefore) {
    this.service = service;
    this.batches = batches;
    this.clock = clock;
    this.stopBefore = stopBefore;
  }

  @Override
  public SQSBatchResponse apply(Message<String> event) {
    Context context = event.getHeaders().get(AWSLambdaUtils.AWS_CONTEXT, Context.class);
    Duration left =
        context == null ? LONGEST : Duration.ofMillis(context.getRemainingTimeInMillis());
    Instant stopAt = clock.instant().plus(left).minus(stopBefore);
    List<QueuedMessage> messages = SqsBatches.messages(EVENTS.fromJson(event.getPayload()));
    return SqsBatches.response(batches.process(messages, message -> handle(message, stopAt)));
  }

  private void handle(QueuedMessage message, Instant stopAt) {
    for (ImportRequest request : ImportRequests.parse(message.body())) {
      service.handle(request, stopAt);
    }
  }
}
