package com.aisle.reports;

import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.time.Clock;

/** {@code POST /v1/reports/query}. */
final class QueryHandler implements Handler {

  private static final int MAX_BODY = 32_000;

  private final AnswerAssembly answers;
  private final Clock clock;

  QueryHandler(AnswerAssembly answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    request.query().check();
    QueryReader.Asked asked = QueryReader.read(request.body(MAX_BODY), clock);
    String question = asked.query().toString() + asked.request();
    return Response.json(200, answers.answer(question, asked.query(), asked.request()).fields());
  }
}
