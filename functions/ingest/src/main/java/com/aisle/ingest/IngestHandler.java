package com.aisle.ingest;

import com.aisle.messaging.SqsBatches;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.util.function.Function;

/**
 * Unpacks the queue's event and answers which of its messages must come again. Takes the event as
 * text: with functional registration the adapter does not read AWS's types by AWS's rules.
 */
record IngestHandler(IngestService service) implements Function<String, SQSBatchResponse> {

  private static final PojoSerializer<SQSEvent> EVENTS =
      LambdaEventSerializers.serializerFor(SQSEvent.class, IngestHandler.class.getClassLoader());

  @Override
  public SQSBatchResponse apply(String event) {
    return SqsBatches.response(service.handle(SqsBatches.messages(EVENTS.fromJson(event))));
  }
}
