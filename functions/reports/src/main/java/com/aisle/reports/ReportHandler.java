package com.aisle.reports;

import com.aisle.web.Handler;
import com.aisle.web.Problem;
import com.aisle.web.ProblemException;
import com.aisle.web.QueryParameters;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /v1/reports/{name}}. */
final class ReportHandler implements Handler {

  private static final String JSON = "json";
  private static final String CSV = "csv";

  private final Reports reports;
  private final AnswerAssembly answers;
  private final Clock clock;

  ReportHandler(Reports reports, AnswerAssembly answers, Clock clock) {
    this.reports = reports;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    Report report = report(request.pathParameter("name"));
    QueryParameters parameters = request.query();
    String format = parameters.choice("format", JSON, formats());
    ReportRequest asked = RequestReader.read(report, parameters, clock);
    ReportAnswer answer = answers.answer(report.name() + asked, report, asked);
    return format.equals(CSV) ? csv(report, answer) : Response.json(200, answer.fields());
  }

  private Report report(String name) {
    return reports.named(name).orElseThrow(() -> new ProblemException(unknown(name)));
  }

  private Problem unknown(String name) {
    String known = reports.inOrder().stream().map(Report::name).collect(Collectors.joining(", "));
    return Problem.notFound("there is no report %s, there are %s".formatted(name, known));
  }

  private static Map<String, String> formats() {
    Map<String, String> formats = new LinkedHashMap<>();
    formats.put(JSON, JSON);
    formats.put(CSV, CSV);
    return formats;
  }

  private static Response csv(Report report, ReportAnswer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "text/csv; charset=utf-8");
    headers.put(
        "content-disposition",
        "attachment; filename=\"%s-%s-%s.csv\""
            .formatted(report.name(), answer.text("from"), answer.text("to")));
    return new Response(200, headers, ReportCsv.write(answer));
  }
}
