package com.aisle.benchmarks.ingest;

import com.aisle.warehouse.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes events of the queue as Lambda hands them over: messages of rows of a shop's behaviour. */
final class EventBatches {
  /** What the ids of all these events begin with. */
  static final String PREFIX = "bench-";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> ACTIONS =
      List.of("page_view", "page_view", "product_view", "impression", "click", "add_to_cart");

  private final SplittableRandom random;
  private final String run;
  private final Instant newest;
  private int messages;

  /**
   * @param run tells these events from those of another run
   * @param newest the events are of the day before
   */
  EventBatches(long seed, String run, Instant newest) {
    this.random = new SplittableRandom(seed);
    this.run = run;
    this.newest = newest;
  }

  /** The next event of so many messages of so many rows. */
  String next(int messageCount, int rowCount) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (int i = 0; i < messageCount; i++) {
      ObjectNode message = records.addObject();
      message.put("messageId", "bench-message-" + messages++);
      message.put("receiptHandle", "none");
      message.put("body", body(rowCount));
      message.putObject("attributes").put("ApproximateReceiveCount", "1");
      message.putObject("messageAttributes");
      message.put("eventSource", "aws:sqs");
      message.put("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:aisle-warehouse");
      message.put("awsRegion", "us-east-1");
    }
    return JSON.writeValueAsString(event);
  }

  private String body(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> row(i))
        .collect(Collectors.joining(",", "{\"schema\":1,\"kind\":\"events\",\"events\":[", "]}"));
  }

  /** Marked as a bot's: reports leave those out. */
  private String row(int number) {
    Instant time = newest.minusMillis(random.nextLong(86_400_000));
    String client = Long.toUnsignedString(random.nextLong());
    int product = random.nextInt(20_000);
    return ("{\"day\":\"%s\",\"time\":\"%s\",\"action\":\"%s\",\"event_id\":\"%s%s-%d-%d\","
            + "\"person\":\"%s\",\"client\":\"%s\",\"session\":\"%s\",\"product\":\"p-%d\","
            + "\"page\":\"/p/p-%d\",\"source\":\"newsletter\",\"device\":\"bot\",\"country\":\"GB\","
            + "\"locale\":\"en\",\"network\":\"203.0.113.0\",\"received_at\":\"%s\"}")
        .formatted(
            LocalDate.ofInstant(time, ZoneOffset.UTC),
            Rows.time(time),
            ACTIONS.get(random.nextInt(ACTIONS.size())),
            PREFIX,
            run,
            messages,
            number,
            client,
            client,
            Long.toUnsignedString(random.nextLong()),
            product,
            product,
            Rows.time(time));
  }
}
