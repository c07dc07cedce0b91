package com.aisle.local.launcher.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Corrections 8 and 9 of local_aws.py: metrics out of log lines, and alarms. */
class MonitoringCorrectionsTest {
  @Test
  void correction8_embeddedMetricsAreMetrics() {
    assertThat(metricsAfterLogLine(Endpoint.corrected())).contains("<MetricName>Cups</MetricName>");
    assertThat(metricsAfterLogLine(Endpoint.stock())).doesNotContain("Cups");
  }

  private static String metricsAfterLogLine(Endpoint endpoint) {
    logs(endpoint, "CreateLogGroup", "{\"logGroupName\":\"tea\"}");
    logs(endpoint, "CreateLogStream", "{\"logGroupName\":\"tea\",\"logStreamName\":\"s\"}");
    String line =
        """
        {"_aws":{"CloudWatchMetrics":[{"Namespace":"Tea","Dimensions":[["Kind"]],\
        "Metrics":[{"Name":"Cups","Unit":"Count"}]}]},"Kind":"green","Cups":3}""";
    logs(
        endpoint,
        "PutLogEvents",
        "{\"logGroupName\":\"tea\",\"logStreamName\":\"s\",\"logEvents\":[{\"timestamp\":%d,\"message\":\"%s\"}]}"
            .formatted(System.currentTimeMillis(), line.replace("\"", "\\\"")));
    return endpoint.cloudWatch("Action=ListMetrics&Namespace=Tea");
  }

  @Test
  void correction9_anAlarmLooksAtItsOwnDimensions() {
    assertThat(alarmAfterForeignPoint(Endpoint.corrected()))
        .doesNotContain("<StateValue>ALARM</StateValue>");
    assertThat(alarmAfterForeignPoint(Endpoint.stock())).contains("<StateValue>ALARM</StateValue>");
  }

  @Test
  void correction9_anAlarmIsRaisedByItsOwnPoints() {
    Endpoint endpoint = Endpoint.corrected();
    putAlarm(endpoint, "own", "own");

    putPoint(endpoint, "own");

    assertThat(alarm(endpoint, "own")).contains("<StateValue>ALARM</StateValue>");
  }

  private static String alarmAfterForeignPoint(Endpoint endpoint) {
    putAlarm(endpoint, "foreign", "mine");
    putPoint(endpoint, "yours");
    return alarm(endpoint, "foreign");
  }

  private static void putAlarm(Endpoint endpoint, String name, String dimension) {
    endpoint.cloudWatch(
        "Action=PutMetricAlarm&AlarmName=%s&Namespace=Cups&MetricName=%s&Statistic=Sum&Period=60&EvaluationPeriods=1&Threshold=0&ComparisonOperator=GreaterThanThreshold&Dimensions.member.1.Name=Who&Dimensions.member.1.Value=%s"
            .formatted(name, name.equals("own") ? "Own" : "Broken", dimension));
  }

  private static void putPoint(Endpoint endpoint, String dimension) {
    endpoint.cloudWatch(
        "Action=PutMetricData&Namespace=Cups&MetricData.member.1.MetricName=%s&MetricData.member.1.Value=1&MetricData.member.1.Dimensions.member.1.Name=Who&MetricData.member.1.Dimensions.member.1.Value=%s"
            .formatted(dimension.equals("own") ? "Own" : "Broken", dimension));
  }

  private static String alarm(Endpoint endpoint, String name) {
    return endpoint.cloudWatch("Action=DescribeAlarms&AlarmNames.member.1=" + name);
  }

  private static void logs(Endpoint endpoint, String action, String body) {
    String unused =
        endpoint.call("logs", "Logs_20140328." + action, "application/x-amz-json-1.1", body);
  }
}
