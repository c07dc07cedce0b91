package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.web.ProblemError;
import com.aisle.web.QueryParameters;
import com.aisle.web.Request;
import java.util.Map;
import java.util.function.Supplier;

/** Reads from a request whom it is about. */
final class PersonReader {

  private static final int MAX_ID = 100;

  private final Supplier<Pseudonyms> pseudonyms;

  PersonReader(Supplier<Pseudonyms> pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  Person read(Request request) {
    QueryParameters query = request.query();
    Person.Kind kind =
        query.choice(
            "kind",
            Person.Kind.USER,
            Map.of("user", Person.Kind.USER, "client", Person.Kind.CLIENT));
    String id = request.pathParameter("id");
    if (id.isBlank() || id.length() > MAX_ID) {
      query.reject(
          ProblemError.inParameter("id", "must have 1 to %d characters".formatted(MAX_ID)));
    }
    query.check();
    return Person.of(kind, id, Unavailable.mapped(pseudonyms));
  }
}
