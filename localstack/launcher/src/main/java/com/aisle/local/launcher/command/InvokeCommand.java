package com.aisle.local.launcher.command;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** {@code ./aisle invoke}. */
@Command(
    name = "invoke",
    description =
        "Invokes a deployed function in its real process; prints answer, duration and memory.",
    mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FUNCTION",
      description = "For example search, or SearchFunction as in the template.")
  private String function = "";

  @Option(
      names = {"-e", "--event"},
      required = true,
      paramLabel = "FILE",
      description = "The event, for example events/search.json.")
  private Path event = Path.of("");

  @Override
  public Integer call() throws FileNotFoundException {
    CloudState state = Workspace.current().cloud().require();
    if (!Files.isRegularFile(event)) {
      throw new LauncherException("there is no file " + event);
    }
    HttpRequest request;
    try (LambdaClient lambda = AwsClients.client(LambdaClient.builder(), state.addresses().aws())) {
      String name = find(lambda);
      request =
          HttpRequest.newBuilder(state.addresses().host().resolve("/invoke"))
              .timeout(Duration.ofMinutes(20))
              .header("Content-Type", "application/json")
              .header("X-Amzn-Lambda-Function-Name", name)
              .header("X-Amzn-Lambda-Function-Version", version(lambda, name))
              .POST(HttpRequest.BodyPublishers.ofFile(event))
              .build();
    }
    HttpResponse<String> response = LocalHttp.send(request);
    System.out.println(response.body());
    System.err.printf(
        Locale.ROOT,
        "status %d, duration %s ms, memory %s MB%n",
        response.statusCode(),
        response.headers().firstValue("X-Aisle-Duration-Ms").orElse("?"),
        response.headers().firstValue("X-Aisle-Memory-Mb").orElse("?"));
    return response.statusCode() == 200 ? 0 : 1;
  }

  private String find(LambdaClient lambda) {
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
