package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    HttpResponse<String> response =
        FunctionCall.send(state, function, HttpRequest.BodyPublishers.ofFile(event));
    System.out.println(response.body());
    System.err.printf(
        Locale.ROOT,
        "status %d, duration %s ms, memory %s MB%n",
        response.statusCode(),
        response.headers().firstValue("X-Aisle-Duration-Ms").orElse("?"),
        response.headers().firstValue("X-Aisle-Memory-Mb").orElse("?"));
    return response.statusCode() == 200 ? 0 : 1;
  }
}
