package com.aisle.collect;

import com.aisle.events.Violation;
import com.aisle.messaging.PublishException;
import com.aisle.secrets.SecretsException;
import com.aisle.web.Handler;
import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/events}. The content type does not matter: a browser's {@code sendBeacon} may
 * only say {@code text/plain} without asking first.
 */
final class EventsHandler implements Handler {

  static final int MAX_BYTES = 1_000_000;
  static final int MAX_EVENTS = 500;

  private static final Logger LOGGER = LoggerFactory.getLogger(EventsHandler.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CollectService service;

  EventsHandler(CollectService service) {
    this.service = service;
  }

  @Override
  public Response handle(Request request) {
    request.query().check();
    List<JsonNode> events = events(request.body(MAX_BYTES));
    List<Verdict> verdicts = collect(events, Caller.of(request));
    return Response.json(202, out -> write(verdicts, out));
  }

  private List<Verdict> collect(List<JsonNode> events, Caller caller) {
    try {
      return service.collect(events, caller);
    } catch (PublishException | SecretsException e) {
      LOGGER.error("{} events could not be handed on", events.size(), e);
      throw ProblemException.unavailable(
          "the events could not be stored; send the same ones again", TRY_AGAIN);
    }
  }

  private static List<JsonNode> events(byte[] body) {
    JsonNode events = parse(body).path("events");
    if (!events.isArray()) {
      throw invalid("/events", "must be an array of events");
    }
    if (events.isEmpty() || events.size() > MAX_EVENTS) {
      throw invalid(
          "/events", "holds %d events, 1 to %d are taken".formatted(events.size(), MAX_EVENTS));
    }
    List<JsonNode> list = new ArrayList<>();
    events.forEach(list::add);
    return list;
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw invalid("", "is no JSON: " + e.getOriginalMessage());
    }
  }

  private static ProblemException invalid(String pointer, String reason) {
    return ProblemException.invalid(ProblemError.inBody(pointer, reason));
  }

  private static void write(List<Verdict> verdicts, JsonGenerator out) {
    long accepted = verdicts.stream().filter(Verdict::accepted).count();
    out.writeStartObject();
    out.writeNumberProperty("accepted", accepted);
    out.writeNumberProperty("rejected", verdicts.size() - accepted);
    out.writeArrayPropertyStart("events");
    verdicts.forEach(verdict -> write(verdict, out));
    out.writeEndArray().writeEndObject();
  }

  private static void write(Verdict verdict, JsonGenerator out) {
    out.writeStartObject();
    out.writeName("event_id");
    if (verdict.eventId() == null) {
      out.writeNull();
    } else {
      out.writeString(verdict.eventId());
    }
    out.writeStringProperty("status", verdict.accepted() ? "accepted" : "rejected");
    out.writeArrayPropertyStart("errors");
    for (Violation error : verdict.errors()) {
      out.writeStartObject();
      out.writeStringProperty("pointer", error.pointer());
      out.writeStringProperty("reason", error.reason());
      out.writeEndObject();
    }
    out.writeEndArray().writeEndObject();
  }
}
