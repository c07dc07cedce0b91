package com.aisle.search;

import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;

/** {@code GET /v1/health}: 200 when searches can be answered, however well, and 503 otherwise. */
final class HealthHandler implements Handler {

  private final HealthCheck check;

  HealthHandler(HealthCheck check) {
    this.check = check;
  }

  @Override
  public Response handle(Request request) {
    request.query().check();
    Health health = check.check();
    return Response.json(health.status() == Health.Status.DOWN ? 503 : 200, health);
  }
}
