package com.aisle.local.launcher.command;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** An event handed to a deployed function, past queues and routes. */
final class FunctionCall {
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private FunctionCall() {}

  /**
   * What the function host answers.
   *
   * @param function name of the function, or what comes after its last dash
   */
  static HttpResponse<String> send(
      CloudState state, String function, HttpRequest.BodyPublisher event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(state.addresses().host().resolve("/invoke"))
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .POST(event);
    try (LambdaClient lambda = AwsClients.client(LambdaClient.builder(), state.addresses().aws())) {
      String name = find(lambda, function);
      request
          .header("X-Amzn-Lambda-Function-Name", name)
          .header("X-Amzn-Lambda-Function-Version", version(lambda, name));
    }
    return LocalHttp.send(request.build());
  }

  private static String find(LambdaClient lambda, String function) {
    String wanted = function.replaceFirst("Function$", "").toLowerCase(Locale.ROOT);
    List<String> names =
        lambda.listFunctions().functions().stream()
            .map(FunctionConfiguration::functionName)
            .sorted()
            .toList();
    return names.stream()
        .filter(
            name -> name.equals(function) || name.toLowerCase(Locale.ROOT).endsWith("-" + wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new LauncherException(
                    "there is no function %s; there are: %s"
                        .formatted(function, String.join(", ", names))));
  }

  private static String version(LambdaClient lambda, String name) {
    try {
      return lambda.getAlias(request -> request.functionName(name).name("live")).functionVersion();
    } catch (LambdaException e) {
      return "$LATEST";
    }
  }
}
