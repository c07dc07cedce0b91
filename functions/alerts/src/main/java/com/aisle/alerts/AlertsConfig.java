package com.aisle.alerts;

import java.util.Map;

/**
 * Where alerts get their numbers and go.
 *
 * <ul>
 *   <li>{@code AISLE_ALERTS_TOPIC_ARN}: the topic that is told; required
 *   <li>{@code AISLE_REPORTS_FUNCTION}: name or ARN of the reports function, with alias; required
 *   <li>{@code AISLE_STAFF_TOKEN_SECRET}: name or ARN of the secret with the staff's token;
 *       required
 *   <li>{@code AISLE_CONSOLE_URL}: where the console is, for links; {@code /console/} by default
 * </ul>
 */
record AlertsConfig(
    String topicArn, String reportsFunction, String staffTokenSecret, String consoleUrl) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key without default is missing
   */
  static AlertsConfig from(Map<String, String> env) {
    String console = env.getOrDefault("AISLE_CONSOLE_URL", "/console/");
    return new AlertsConfig(
        required(env, "AISLE_ALERTS_TOPIC_ARN"),
        required(env, "AISLE_REPORTS_FUNCTION"),
        required(env, "AISLE_STAFF_TOKEN_SECRET"),
        console.endsWith("/") ? console : console + "/");
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }
}
