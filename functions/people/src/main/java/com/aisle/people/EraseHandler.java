package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code DELETE /v1/people/{id}}. */
final class EraseHandler implements Handler {

  private static final List<String> NOTES =
      List.of(
          "orders and order_lines keep their amounts; whose they were is gone",
          "vectors: no user has one in this version",
          "events that arrive later under the same id are new; ask again to erase them");

  private final PersonReader people;
  private final ErasureService service;

  EraseHandler(PersonReader people, ErasureService service) {
    this.people = people;
    this.service = service;
  }

  @Override
  public Response handle(Request request) {
    Person person = people.read(request);
    Erasure erasure = Unavailable.mapped(() -> service.erase(person));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("erasure", erasure.id());
    answer.put("person", Pseudonyms.text(erasure.pseudonym()));
    answer.put("kind", person.kind().word());
    answer.put("clients", erasure.clients().stream().map(Pseudonyms::text).toList());
    answer.put("requestedAt", erasure.requestedAt().toString());
    answer.put("finishedAt", finishedAt(erasure).toString());
    answer.put("erased", everywhere(erasure));
    answer.put("days", erasure.days().stream().map(Object::toString).toList());
    answer.put("notes", NOTES);
    return Response.json(200, answer);
  }

  private static Instant finishedAt(Erasure erasure) {
    Instant finished = erasure.finishedAt();
    return finished == null ? erasure.requestedAt() : finished;
  }

  /** With a number for every place that was looked at. */
  private static Map<String, Long> everywhere(Erasure erasure) {
    Map<String, Long> erased = new LinkedHashMap<>();
    PersonalTable.TABLES.forEach(table -> erased.put(table.name(), 0L));
    erased.put(ErasureService.DEAD_LETTERS, 0L);
    erased.put("vectors", 0L);
    erased.putAll(erasure.erased());
    return erased;
  }
}
