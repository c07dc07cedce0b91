package com.aisle.local.launcher.replay;

import com.aisle.local.launcher.LauncherException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends what was refused on its way once more, after a schema or a shop's page was put right:
 * events of pages through the API; orders, and rows that were on their way from the API or the
 * search to the warehouse, through its queue. What is refused again stays open, with its newest
 * reason.
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
   * @param events of pages
   * @param messages to the queue: orders and rows
   * @param refusedAgain events that the API still refuses
   * @param unreadable rows that were never JSON; they stay as they are
   */
  public record Result(int events, int messages, int refusedAgain, int unreadable) {}

  /**
   * A replay.
   *
   * @param warehouse answers SQL
   * @param queue sends a body to the queue of the warehouse
   */
  public Replay(
      UnaryOperator<String> warehouse,
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
    int sentMessages = 0;
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
      } else if (isOfAPage(source, payload)) {
        sentEvents++;
        refused += dryRun ? 0 : replayEvent(row, payload);
      } else {
        sentMessages++;
        replayMessage(dryRun, row, source, payload);
      }
    }
    return new Result(sentEvents, sentMessages, refused, unreadable);
  }

  /** What the API has accepted is a row of the table of events, which every row's day tells. */
  private static boolean isOfAPage(String source, JsonNode payload) {
    return source.equals("events") && (payload.has("action_name") || !payload.has("day"));
  }

  private void replayMessage(boolean dryRun, ObjectNode row, String source, JsonNode payload) {
    if (!dryRun) {
      // The mark first: what is refused again on the same day replaces it.
      mark(row);
      queue.accept(message(source, payload));
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
