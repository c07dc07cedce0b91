package com.aisle.reports;

import com.aisle.storage.ObjectStore;
import com.aisle.warehouse.Warehouse;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The function inside the caller's process, on stores and a time that are given: for measurements
 * and tests of the whole. No answer is given twice; each asks the warehouse.
 */
public final class InProcessWiring {
  /** What staff must send as their bearer token. */
  public static final String STAFF_TOKEN = "in-process";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "AISLE_STAFF_TOKEN_SECRET", "none",
          "AISLE_REPORT_FRESH_MILLIS", "0",
          "AISLE_REPORT_CLOSED_FRESH_SECONDS", "0",
          "AISLE_REPORT_TIME_MILLIS", "60000");

  private InProcessWiring() {}

  /** Answers events of API Gateway as the deployed function does. */
  public static Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> create(
      Warehouse warehouse, ObjectStore objects, Clock clock) {
    Ports ports =
        new Ports(warehouse, () -> {}, objects, () -> STAFF_TOKEN, clock, System::nanoTime);
    return new ReportsFunction(ports, ReportsConfig.from(SETTINGS)).router();
  }

  /** The names of all reports. */
  public static List<String> names() {
    return Reports.all().inOrder().stream().map(Report::name).toList();
  }

  /** The names of the parameters by which this report can be narrowed. */
  public static List<String> segments(String report) {
    return Reports.all().named(report).stream()
        .flatMap(found -> found.segments().stream())
        .map(Segment::word)
        .toList();
  }

  /** The names of the reports that can be compared with an earlier range. */
  public static List<String> comparable() {
    return Reports.all().inOrder().stream().filter(Report::comparable).map(Report::name).toList();
  }
}
