package com.aisle.reports;

import com.aisle.web.Handler;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/reports}: which reports there are, and what each can be asked. */
final class ReportListHandler implements Handler {

  private final Reports reports;
  private final ZoneId shopZone;

  ReportListHandler(Reports reports, ZoneId shopZone) {
    this.reports = reports;
    this.shopZone = shopZone;
  }

  private record Description(
      String name, String description, List<String> segments, List<Parameter> parameters) {}

  private record Parameter(String name, String description, String takes) {}

  @Override
  public Response handle(Request request) {
    request.query().check();
    List<Description> descriptions =
        reports.inOrder().stream().map(ReportListHandler::described).toList();
    return Response.json(200, Map.of("timezone", shopZone.getId(), "reports", descriptions));
  }

  private static Description described(Report report) {
    return new Description(
        report.name(),
        report.description(),
        report.segments().stream().sorted().map(Segment::word).toList(),
        report.parameters().stream()
            .map(own -> new Parameter(own.name(), own.description(), own.takes()))
            .toList());
  }
}
