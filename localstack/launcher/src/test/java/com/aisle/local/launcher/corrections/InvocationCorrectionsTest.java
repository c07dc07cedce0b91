package com.aisle.local.launcher.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Corrections 3, 4, 5, 6, 11 and 12 of local_aws.py: how events reach functions, and what becomes
 * of their answers.
 */
class InvocationCorrectionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void correction3_javaFunctionsRunAtTheHost_andErrorsKeepTheirType() {
    assertThat(failingFunction(Endpoint.corrected())).contains("\"com.shop.OutOfTea\"");
    assertThat(failingFunction(Endpoint.stock())).doesNotContain("com.shop.OutOfTea");
  }

  private static String failingFunction(Endpoint endpoint) {
    endpoint.host.deploy("failing", event -> null);
    assertThat(endpoint.stacks.create("failing", function("failing", "")))
        .isEqualTo("CREATE_COMPLETE");
    try {
      InvokeResponse response =
          endpoint.lambda.invoke(
              request -> request.functionName("failing").payload(SdkBytes.fromUtf8String("{}")));
      return response.functionError() + response.payload().asUtf8String();
    } catch (LambdaException e) {
      return e.toString();
    }
  }

  @Test
  void correction4_anUncaughtErrorIs500() {
    assertThat(failingApi(Endpoint.corrected()))
        .contains(" 500")
        .contains("{\"message\":\"Internal Server Error\"}");
    assertThat(failingApi(Endpoint.stockWithFunctions())).contains(" 502");
  }

  private static String failingApi(Endpoint endpoint) {
    endpoint.host.deploy("broken-api", event -> null);
    return endpoint.get(api(endpoint, "broken-api", "/tea"), "/tea");
  }

  @Test
  void correction5_anUnknownItemFailsTheWholeBatch() {
    assertThat(messagesAfterUnknownItem(Endpoint.corrected())).isEqualTo(1);
    assertThat(messagesAfterUnknownItem(Endpoint.stockWithFunctions())).isZero();
  }

  private static int messagesAfterUnknownItem(Endpoint endpoint) {
    endpoint.host.deploy("mistaken", "{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}");
    String queue = queue(endpoint, "mistaken", "FunctionResponseTypes: [ReportBatchItemFailures]");
    endpoint.sqs.sendMessage(request -> request.queueUrl(queue).messageBody("tea"));
    String uuid = mapping(endpoint, "mistaken");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                !endpoint
                    .lambda
                    .getEventSourceMapping(request -> request.uuid(uuid))
                    .lastProcessingResult()
                    .equals("No records processed"));
    return Integer.parseInt(
        endpoint
            .sqs
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes()
            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  @Test
  void correction6_everyPathReachesTheApi() {
    assertThat(healthPath(Endpoint.corrected())).endsWith("the function's own");
    assertThat(healthPath(Endpoint.stockWithFunctions())).doesNotContain("the function's own");
  }

  private static String healthPath(Endpoint endpoint) {
    endpoint.host.deploy("healthy", "{\"statusCode\":200,\"body\":\"the function's own\"}");
    return endpoint.get(api(endpoint, "healthy", "/health"), "/health");
  }

  @Test
  void correction11_invocationsThroughAnApiAreMeasured() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                metricsOfMeasuredApi(Endpoint.corrected())
                    .contains("<MetricName>Invocations</MetricName>"));
    assertThat(metricsOfMeasuredApi(Endpoint.stockWithFunctions())).doesNotContain("Invocations");
  }

  private static String metricsOfMeasuredApi(Endpoint endpoint) {
    endpoint.host.deploy("measured", "{\"statusCode\":200}");
    assertThat(endpoint.get(api(endpoint, "measured", "/tea"), "/tea")).contains(" 200");
    return endpoint.cloudWatch(
        "Action=ListMetrics&Namespace=AWS/Lambda&Dimensions.member.1.Name=FunctionName&Dimensions.member.1.Value=measured");
  }

  @Test
  void correction12_batchesAboveTenAreGatheredWithinTheWindow() {
    assertThat(largestBatch(Endpoint.corrected())).isEqualTo(25);
    assertThat(largestBatch(Endpoint.stockWithFunctions())).isEqualTo(10);
  }

  private static int largestBatch(Endpoint endpoint) {
    endpoint.host.deploy("gathering", "{}");
    String queue =
        queue(endpoint, "gathering", "BatchSize: 25, MaximumBatchingWindowInSeconds: 20");
    for (int batch = 0; batch < 5; batch++) {
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(0, 5)
              .mapToObj(
                  i ->
                      SendMessageBatchRequestEntry.builder().id("m" + i).messageBody("tea").build())
              .toList();
      endpoint.sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(entries));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                endpoint.host.events("gathering").stream()
                        .mapToInt(event -> event.path("Records").size())
                        .sum()
                    == 25);
    // Without the window the first batch may go before all are sent, but none is larger than ten.
    return endpoint.host.events("gathering").stream()
        .mapToInt(event -> event.path("Records").size())
        .max()
        .orElse(0);
  }

  @Test
  void correction12_aWindowEndsThoughTheBatchIsNotFull() {
    Endpoint endpoint = Endpoint.corrected();
    endpoint.host.deploy("waiting", "{}");
    String queue = queue(endpoint, "waiting", "BatchSize: 25, MaximumBatchingWindowInSeconds: 1");

    endpoint.sqs.sendMessage(request -> request.queueUrl(queue).messageBody("tea"));

    Awaitility.await().atMost(PATIENCE).until(() -> endpoint.host.events("waiting").size() == 1);
  }

  @Test
  void correction12_moreThanTenWithoutAWindowIsRefused() {
    String template = function("refused", source("BatchSize: 25"));
    assertThat(Endpoint.corrected().stacks.create("refused", template))
        .isNotEqualTo("CREATE_COMPLETE");
    assertThat(Endpoint.stock().stacks.create("refused", template)).isEqualTo("CREATE_COMPLETE");
  }

  private static String source(String properties) {
    return "Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, %s}}".formatted(properties);
  }

  /** A stack of a function with a queue, which has the stack's name; its address. */
  private static String queue(Endpoint endpoint, String name, String properties) {
    assertThat(endpoint.stacks.create(name, function(name, source(properties))))
        .isEqualTo("CREATE_COMPLETE");
    return endpoint.stacks.outputs(name).get("Queue");
  }

  private static String mapping(Endpoint endpoint, String function) {
    return endpoint
        .lambda
        .listEventSourceMappings(request -> request.functionName(function))
        .eventSourceMappings()
        .getFirst()
        .uuid();
  }

  /** A stack of a function with one route; the id of its API. */
  private static String api(Endpoint endpoint, String name, String path) {
    Map<String, String> outputs = Map.of();
    String event =
        "Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: %s}}"
            .formatted(path);
    String status = endpoint.stacks.create(name, function(name, event));
    assertThat(status).isIn("CREATE_COMPLETE", "FAILED");
    outputs = endpoint.stacks.outputs(name);
    return outputs.get("Api");
  }

  private static String function(String name, String event) {
    return """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Queue:
        Type: AWS::SQS::Queue
        Properties: {VisibilityTimeout: 30}
      Api:
        Type: AWS::Serverless::HttpApi
        Properties: {FailOnWarnings: false}
      Function:
        Type: AWS::Serverless::Function
        Properties: {FunctionName: %s, %s, Events: {%s}}
    Outputs:
      Api: {Value: !Ref Api}
      Queue: {Value: !Ref Queue}
    """
        .formatted(name, Stacks.FUNCTION, event);
  }
}
