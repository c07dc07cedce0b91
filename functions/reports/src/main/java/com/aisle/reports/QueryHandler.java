package com.aisle.reports;

import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.time.Clock;
import java.util.function.LongSupplier;

/** {@code POST /v1/reports/query}. */
final class QueryHandler implements Handler {

  private static final int MAX_BODY = 32_000;

  private final ReportService service;
  private final Answers answers;
  private final Clock clock;
  private final LongSupplier nanoTime;

  QueryHandler(ReportService service, Answers answers, Clock clock, LongSupplier nanoTime) {
    this.service = service;
    this.answers = answers;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public Response handle(Request request) {
    long start = nanoTime.getAsLong();
    request.query().check();
    QueryReader.Asked asked = QueryReader.read(request.body(MAX_BODY), clock);
    String question = asked.query().toString() + asked.request();
    ReportAnswer answer =
        answers.answer(question, () -> service.answer(asked.query(), asked.request()));
    return Response.json(200, answer.with("took", Took.since(start, nanoTime)).fields());
  }
}
