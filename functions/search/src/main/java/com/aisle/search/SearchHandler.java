package com.aisle.search;

import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;

/** {@code GET /v1/search}. */
final class SearchHandler implements Handler {

  private final SearchService service;
  private final SearchRecords records;

  SearchHandler(SearchService service, SearchRecords records) {
    this.service = service;
    this.records = records;
  }

  @Override
  public Response handle(Request request) {
    SearchRequest search = SearchParameters.read(request.query());
    SearchAnswer answer = IndexProblems.mapped(() -> service.search(search));
    Response response = Response.json(200, out -> SearchAnswerJson.write(answer, out));
    records.add(request, answer);
    return response;
  }
}
