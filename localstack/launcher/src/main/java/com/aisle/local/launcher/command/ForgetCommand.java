package com.aisle.local.launcher.command;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.StaffToken;
import com.aisle.local.launcher.people.LetterTraces;
import com.aisle.local.launcher.people.WarehouseTraces;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./aisle forget}. */
@Command(
    name = "forget",
    description =
        "Erases what the running local cloud knows of a person, and proves it with --verify by looking into every table and the dead letters. May be run again at any time.",
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
  private static final String DEAD_LETTERS = "WarehouseDeadLettersUrl";

  /** What is left is no fault of the person at the keyboard. */
  private static final int TRACES_LEFT = 1;

  @Parameters(paramLabel = "ID", description = "As the shop knows the person.")
  private String id = "";

  @Option(names = "--kind", paramLabel = "KIND", description = "user or client (${DEFAULT-VALUE})")
  private String kind = "user";

  @Option(names = "--verify", description = "Look whether anything is left.")
  private boolean verify;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CloudState state = Workspace.current().cloud().require();
    JsonNode answer = erase(state);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "forgotten: %s, with %d clients of their own; finished at %s%n",
        answer.path("erasure").asString(),
        answer.path("clients").size(),
        answer.path("finishedAt").asString());
    answer
        .path("erased")
        .properties()
        .forEach(place -> out.printf("  %-20s %d%n", place.getKey(), place.getValue().asLong()));
    return verify ? report(traces(state, answer), out) : 0;
  }

  private JsonNode erase(CloudState state) {
    String token =
        StaffToken.read(state.addresses().aws(), state.outputs())
            .orElseThrow(() -> new LauncherException("the stack has no staff token; deploy again"));
    String path = "/v1/people/%s?kind=%s".formatted(encoded(id).replace("+", "%20"), encoded(kind));
    URI address = state.addresses().gateway().resolve(path);
    HttpResponse<String> answer =
        LocalHttp.send(
            HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(5))
                .header("authorization", "Bearer " + token)
                .DELETE()
                .build());
    if (answer.statusCode() != 200) {
      throw new LauncherException(
          "%s answered %d: %s".formatted(address.getPath(), answer.statusCode(), answer.body()));
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  private Map<String, Long> traces(CloudState state, JsonNode answer) {
    List<String> pseudonyms = new ArrayList<>(List.of(answer.path("person").asString()));
    answer.path("clients").forEach(client -> pseudonyms.add(client.asString()));
    Map<String, Long> traces =
        new LinkedHashMap<>(new WarehouseTraces(state.addresses().warehouse()).of(pseudonyms));
    List<String> words = new ArrayList<>(pseudonyms);
    words.add("\"%s_id\":\"%s\"".formatted(kind, id));
    try (SqsClient sqs = AwsClients.client(SqsClient.builder(), state.addresses().aws())) {
      String queue = Objects.requireNonNull(state.outputs().get(DEAD_LETTERS), DEAD_LETTERS);
      traces.put("dead letters", new LetterTraces(sqs, queue).of(words));
    }
    return traces;
  }

  static int report(Map<String, Long> traces, PrintWriter out) {
    out.println("looked for what is left:");
    traces.forEach((place, count) -> out.printf("  %-20s %d%n", place, count));
    long left = traces.values().stream().mapToLong(Long::longValue).sum();
    out.println(left == 0 ? "nothing is left" : left + " traces are left");
    return left == 0 ? 0 : TRACES_LEFT;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
