package com.aisle.alerts;

import java.util.Map;

/** Where the numbers come from. */
interface ReportSource {

  /**
   * A report's answer as JSON.
   *
   * @param parameters of its query
   * @throws ReportUnavailableException when there is none
   */
  String get(String report, Map<String, String> parameters);
}
