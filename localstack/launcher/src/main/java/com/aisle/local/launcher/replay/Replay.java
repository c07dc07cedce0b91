package com.aisle.local.launcher.replay;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.WarehouseQueries;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends refused events and orders on their way once more, after a schema or a shop's page was put
 * right: events through the API, orders through the queue of the warehouse. What is refused again
 * stays open, with its newest reason.
 */
public final class Replay {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final RejectedRows rows;
  private final URI events;
  private final Function<HttpRequest, HttpResponse<String>> http;
  private final Consumer<String> queue;
  private final Clock clock;
  private final Consumer<String> log;

  /**
   * How it ended.
   *
   * @param refusedAgain events that the API still refuses
   * @param unreadable rows that were never JSON; they stay as they are
   */
  public record Result(int events, int orders, int refusedAgain, int unreadable) {}

  /**
   * A replay.
   *
   * @param queue sends a body to the queue of the warehouse
   */
  public Replay(
      WarehouseQueries warehouse,
      URI api,
      Function<HttpRequest, HttpResponse<String>> http,
      Consumer<String> queue,
      Clock clock,
      Consumer<String> log) {
    this.rows = new RejectedRows(warehouse);
    this.events = api.resolve("/v1/events");
    this.http = http;
    this.queue = queue;
    this.clock = clock;
    this.log = log;
  }

  /** Replays the oldest ones, at most so many. */
  public Result run(boolean dryRun, int most) {
    int sentEvents = 0;
    int sentOrders = 0;
    int refused = 0;
    int unreadable = 0;
    for (ObjectNode row : rows.open(most)) {
      String source = row.path("source").asString();
      JsonNode payload = RejectedRows.payload(row);
      log.accept(
          "%s  %s  %s"
              .formatted(
                  row.path("rejected_at").asString(), source, row.path("reason").asString()));
      if (!payload.isObject()) {
        unreadable++;
      } else if (source.equals("orders")) {
        sentOrders++;
        replayOrder(dryRun, row, payload);
      } else {
        sentEvents++;
        refused += dryRun ? 0 : replayEvent(row, payload);
      }
    }
    return new Result(sentEvents, sentOrders, refused, unreadable);
  }

  private void replayOrder(boolean dryRun, ObjectNode row, JsonNode payload) {
    if (!dryRun) {
      // The mark first: an order that is refused again on the same day replaces it.
      mark(row);
      queue.accept(message("orders", payload));
    }
  }

  /** One by one: a batch that is refused as a whole would hide which one it was. */
  private int replayEvent(ObjectNode row, JsonNode payload) {
    HttpResponse<String> answer =
        http.apply(
            HttpRequest.newBuilder(events)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"events\":[" + payload + "]}"))
                .build());
    if (answer.statusCode() != 202) {
      throw new LauncherException(
          "%s answered %d: %s".formatted(events, answer.statusCode(), answer.body()));
    }
    int refused = JsonMapper.shared().readTree(answer.body()).path("rejected").asInt();
    if (refused == 0) {
      mark(row);
    }
    return refused;
  }

  private void mark(ObjectNode row) {
    Instant now = clock.instant();
    queue.accept(message("rejected", row.deepCopy().put("replayed_at", TIME.format(now))));
  }

  private static String message(String kind, JsonNode content) {
    ObjectNode message = JsonMapper.shared().createObjectNode().put("schema", 1).put("kind", kind);
    ArrayNode list = message.putArray(kind);
    list.add(content);
    return message.toString();
  }
}
