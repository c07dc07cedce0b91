package com.aisle.people;

import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;

/** {@code GET /v1/people/{id}/export}. */
final class ExportHandler implements Handler {

  private final PersonReader people;
  private final ExportService service;

  ExportHandler(PersonReader people, ExportService service) {
    this.people = people;
    this.service = service;
  }

  @Override
  public Response handle(Request request) {
    Person person = people.read(request);
    return Response.json(200, Unavailable.mapped(() -> service.export(person)));
  }
}
