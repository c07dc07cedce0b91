package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Aisle's reports, asked as the shop's staff. */
final class Reports {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int TIMED_OUT = 504;

  private Reports() {}

  /**
   * The answer of a report.
   *
   * @param report its name and parameters
   * @throws LauncherException when there is none
   */
  static JsonNode get(CloudState state, String token, String report) {
    HttpRequest request =
        HttpRequest.newBuilder(state.addresses().gateway().resolve("/v1/reports/" + report))
            .timeout(Duration.ofSeconds(60))
            .header("authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response = LocalHttp.send(request);
    if (response.statusCode() == TIMED_OUT) {
      // The function may start longer than the gateway waits; then it is there.
      response = LocalHttp.send(request);
    }
    if (response.statusCode() != 200) {
      throw new LauncherException(
          "the report %s answered %d: %s"
              .formatted(report, response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }
}
