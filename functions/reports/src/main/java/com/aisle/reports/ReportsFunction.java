package com.aisle.reports;

import com.aisle.web.Handler;
import com.aisle.web.QueryParameters;
import com.aisle.web.Response;
import com.aisle.web.Router;
import com.aisle.web.StaffAccess;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The parts of the reports function, put together. */
final class ReportsFunction {

  private static final String LIST = "GET /v1/reports";
  private static final String MODEL = "GET /v1/reports/model";
  private static final String QUERY = "POST /v1/reports/query";
  private static final String REPORT = "GET /v1/reports/{name}";

  /** What it answers, as the template declares it. */
  static final Set<String> ROUTES = Set.of(LIST, REPORT, MODEL, QUERY);

  private final Clock clock;
  private final Reports reports = Reports.all();
  private final ReportService service;
  private final CircuitBreaker breaker;
  private final Answers answers;
  private final Runnable disconnect;
  private final Router router;

  /** Connects to nothing yet. */
  ReportsFunction(Ports ports, ReportsConfig config) {
    clock = ports.clock().withZone(config.shopZone());
    disconnect = ports.disconnect();
    breaker = Breakers.warehouse(config, clock);
    answers =
        new Answers(
            new KeptAnswers(ports.objects(), clock, config.cached()), breaker, config, clock);
    service = new ReportService(ports.warehouse(), config.reportLimits(), clock);
    ReportService queries = new ReportService(ports.warehouse(), config.queryLimits(), clock);
    StaffAccess staff = new StaffAccess(ports.staffToken());
    Map<String, Handler> handlers =
        Map.of(
            LIST, new ReportListHandler(reports, config.shopZone()),
            REPORT, new ReportHandler(reports, assembly(service, ports, config), clock),
            MODEL, new ModelHandler(),
            QUERY, new QueryHandler(assembly(queries, ports, config), clock));
    Map<String, Handler> guarded = new HashMap<>();
    handlers.forEach((route, handler) -> guarded.put(route, staff.guard(handler)));
    router = new Router(guarded);
  }

  private AnswerAssembly assembly(ReportService asking, Ports ports, ReportsConfig config) {
    return new AnswerAssembly(asking, answers, ports.nanoTime(), config.notice());
  }

  Router router() {
    return router;
  }

  Answers.Counts counts() {
    return answers.counts();
  }

  /**
   * Asks each report of the real warehouse once, so that classes are loaded. Not more often: a cold
   * start that compiles hot code keeps the first caller waiting for minutes on a busy machine.
   */
  void prime() {
    reports.inOrder().forEach(this::prime);
  }

  private void prime(Report report) {
    ReportRequest request = RequestReader.read(report, QueryParameters.none(), clock);
    ReportAnswer answer = service.answer(report, request);
    ReportCsv.write(answer);
    Response.json(200, answer.fields());
  }

  /** Closes what does not survive a snapshot; the next use opens it again. */
  void suspend() {
    disconnect.run();
  }

  /** Forgets what was true before the snapshot and may no longer be. */
  void resume() {
    breaker.reset();
  }
}
