package com.aisle.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aisle.local.host.HostClient.Answer;
import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.function.DebugTarget;
import com.aisle.local.host.function.HostSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs real processes of AWS's runtime interface client. Each test has a function of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionHostTest {
  private static final String LATEST = "$LATEST";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Path folder;
  private FakeEndpoint endpoint;
  private FunctionHost host;
  private HostClient client;
  private int debugPort;

  @BeforeAll
  void start(@TempDir Path temp) throws IOException {
    folder = temp;
    endpoint = new FakeEndpoint();
    try (ServerSocket free = new ServerSocket(0)) {
      debugPort = free.getLocalPort();
    }
    HostSettings settings =
        new HostSettings(
            endpoint.address(),
            Path.of(System.getProperty("java.home")),
            folder.resolve("cache"),
            folder.resolve("logs"),
            2,
            List.of(new DebugTarget("debugged", debugPort)),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(500));
    host = new FunctionHost(0, settings, new AwsEndpoint(endpoint.address()));
    client = new HostClient(host.port());
  }

  @AfterAll
  void stop() throws IOException {
    host.close();
    endpoint.close();
  }

  private static ObjectNode settings() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode environment(String... namesAndValues) {
    ObjectNode settings = settings();
    ObjectNode variables = settings.putObject("Environment").putObject("Variables");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      variables.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }

  private void deploy(String name, ObjectNode settings) {
    endpoint.deploy(name, LATEST, FunctionPackage.build("one"), settings);
  }

  @Test
  void secondEvent_isWorkedOnByTheWarmProcess() {
    deploy("warm", environment("VARIABLE", "of the template"));

    Answer first = client.invoke("warm", LATEST, "answer");
    Answer second = client.invoke("warm", LATEST, "answer");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("variable").asString()).isEqualTo("of the template");
    assertThat(first.body().path("remaining").asInt()).isBetween(5_000, 10_000);
    assertThat(first.body().path("jackson").asBoolean()).as("sees the host's libraries").isFalse();
    assertThat(first.body().path("hooks").asString()).isEqualTo("init");
    assertThat(second.pid()).isEqualTo(first.pid());
    assertThat(second.response().headers().firstValueAsLong("X-Aisle-Memory-Mb").orElseThrow())
        .isBetween(20L, 192L);
    JsonNode process = client.status("warm", LATEST).path("processes").path(0);
    assertThat(process.path("pid").asLong()).isEqualTo(first.pid());
    assertThat(process.path("state").asString()).isEqualTo("idle");
    assertThat(process.path("invocations").asLong()).isEqualTo(2);
    assertThat(process.path("memoryBytes").asLong()).isGreaterThan(20_000_000);
  }

  @Test
  void moreEventsThanProcesses_startProcessesUpToTheLimitAndQueue() throws IOException {
    Path release = folder.resolve("release-crowd");
    deploy("crowd", environment("RELEASE_FILE", release.toString()));

    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.invokeLater("crowd", LATEST, "wait")).limit(3).toList();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode status = client.status("crowd", LATEST);
              assertThat(status.path("processes").findValuesAsString("state"))
                  .containsExactly("busy", "busy");
              assertThat(status.path("queued").asInt()).isEqualTo(1);
            });
    Files.createFile(release);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.join().pid()).distinct()).hasSize(2);
  }

  @Test
  void reservedConcurrency_limitsProcesses() {
    ObjectNode one = settings();
    one.putObject("Concurrency").put("ReservedConcurrentExecutions", 1);
    deploy("single", one);
    ObjectNode none = settings();
    none.putObject("Concurrency").put("ReservedConcurrentExecutions", 0);
    deploy("stopped", none);

    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.invokeLater("single", LATEST, "answer")).limit(4).toList();

    assertThat(answers.stream().map(answer -> answer.join().pid()).distinct()).hasSize(1);
    assertThat(client.invoke("stopped", LATEST, "answer").status()).isEqualTo(429);
  }

  @Test
  void eventBeyondTheTimeout_endsTheProcess() {
    deploy("slow", settings().put("Timeout", 1));
    long warm = client.invoke("slow", LATEST, "answer").pid();

    Answer late = client.invoke("slow", LATEST, "wait");

    assertThat(late.status()).isEqualTo(500);
    assertThat(late.errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(late.body().path("errorMessage").asString())
        .contains("Task timed out after 1.00 seconds");
    await().atMost(PATIENCE).until(() -> !Processes.isRunning(warm));
    assertThat(client.invoke("slow", LATEST, "answer").pid()).isNotEqualTo(warm);
  }

  @Test
  void eventBehindOneThatTimesOut_getsAFreshProcess() {
    ObjectNode settings = settings().put("Timeout", 1);
    settings.putObject("Concurrency").put("ReservedConcurrentExecutions", 1);
    deploy("blocked", settings);
    client.invoke("blocked", LATEST, "answer");

    CompletableFuture<Answer> late = client.invokeLater("blocked", LATEST, "wait");
    await().atMost(PATIENCE).until(() -> isBusy("blocked"));
    CompletableFuture<Answer> next = client.invokeLater("blocked", LATEST, "answer");

    assertThat(late.join().errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(next.join().status()).isEqualTo(200);
  }

  @Test
  void answer_goesOutWhileItsExtensionWorks_andTheNextEventWaits() throws IOException {
    Path told = folder.resolve("told");
    Path release = folder.resolve("release-extension");
    ObjectNode settings = withExtension(told, release);
    settings.putObject("Concurrency").put("ReservedConcurrentExecutions", 1);
    deploy("extended", settings);

    Answer first = client.invoke("extended", LATEST, "answer");
    CompletableFuture<Answer> second = client.invokeLater("extended", LATEST, "answer");

    assertThat(first.status()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .until(() -> client.status("extended", LATEST).path("queued").asInt() == 1);
    assertThat(second).isNotDone();
    assertThat(isBusy("extended")).isTrue();
    Files.createFile(release);
    assertThat(second.join().pid()).isEqualTo(first.pid());
    await().atMost(PATIENCE).until(() -> !isBusy("extended"));
    List<String> lines = Files.readAllLines(told);
    assertThat(lines.get(0)).isEqualTo("shutdown 403");
    assertThat(lines.get(1)).contains("\"functionName\":\"extended\"");
    assertThat(lines.get(2))
        .contains("\"eventType\":\"INVOKE\"", "\"requestId\":\"request-of-extended\"");
    assertThat(lines.get(3)).isEqualTo("late 403");
    assertThat(lines.get(4)).isEqualTo("done");
    assertThat(lines.get(5)).startsWith("event ");
  }

  @Test
  void extensionBeyondTheTimeout_endsTheProcess() {
    ObjectNode settings = withExtension(folder.resolve("told-late"), folder.resolve("never"));
    settings.put("Timeout", 1).putObject("Concurrency").put("ReservedConcurrentExecutions", 1);
    deploy("overrun", settings);

    Answer first = client.invoke("overrun", LATEST, "answer");
    Answer second = client.invoke("overrun", LATEST, "answer");

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.pid()).isNotEqualTo(first.pid());
    await().atMost(PATIENCE).until(() -> !Processes.isRunning(first.pid()));
  }

  private static ObjectNode withExtension(Path told, Path release) {
    return environment("EXTENSION_FILE", told.toString(), "EXTENSION_RELEASE", release.toString());
  }

  private boolean isBusy(String name) {
    return client
        .status(name, LATEST)
        .path("processes")
        .path(0)
        .path("state")
        .asString("")
        .equals("busy");
  }

  @Test
  void processThatExits_failsItsEventAndIsReplaced() {
    deploy("exiting", settings());
    long warm = client.invoke("exiting", LATEST, "answer").pid();

    Answer cut = client.invoke("exiting", LATEST, "exit");

    assertThat(cut.status()).isEqualTo(500);
    assertThat(cut.errorType()).isEqualTo("Runtime.ExitError");
    assertThat(cut.body().path("errorMessage").asString()).contains("exit status 3");
    assertThat(client.invoke("exiting", LATEST, "answer").pid()).isNotEqualTo(warm);
  }

  @Test
  void idleProcessThatDies_isReplacedWithoutAFailure() {
    deploy("killed", settings());
    long warm = client.invoke("killed", LATEST, "answer").pid();

    ProcessHandle.of(warm).orElseThrow().destroyForcibly();
    await()
        .atMost(PATIENCE)
        .until(() -> client.status("killed", LATEST).path("processes").isEmpty());

    Answer next = client.invoke("killed", LATEST, "answer");
    assertThat(next.status()).isEqualTo(200);
    assertThat(next.pid()).isNotEqualTo(warm);
  }

  @Test
  void memoryBeyondTheLimit_endsTheProcess() {
    deploy("hungry", environment("JAVA_TOOL_OPTIONS", "-XX:MaxDirectMemorySize=1g"));
    long warm = client.invoke("hungry", LATEST, "answer").pid();

    Answer cut = client.invoke("hungry", LATEST, "hog");

    assertThat(cut.errorType()).isEqualTo("Runtime.OutOfMemory");
    await().atMost(PATIENCE).until(() -> !Processes.isRunning(warm));
    assertThat(client.invoke("hungry", LATEST, "answer").status()).isEqualTo(200);
  }

  @Test
  void functionThatThrows_answersLambdasErrorObject() {
    deploy("throwing", settings());

    Answer failed = client.invoke("throwing", LATEST, "fail");

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.response().headers().firstValue("X-Amz-Function-Error"))
        .contains("Unhandled");
    assertThat(failed.errorType()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(failed.body().path("errorMessage").asString()).isEqualTo("told to fail");
  }

  @Test
  void functionThatDoesNotStart_failsItsEvent() {
    deploy("stillborn", environment("FAIL_TO_START", "yes"));

    Answer failed = client.invoke("stillborn", LATEST, "answer");

    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body().toString()).contains("told not to start");
  }

  @Test
  void unknownFunction_isNotFound() {
    Answer answer = client.invoke("nowhere", LATEST, "answer");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.errorType()).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void newRevision_replacesTheProcesses() throws Exception {
    deploy("revised", environment("VARIABLE", "old"));
    long old = client.invoke("revised", LATEST, "answer").pid();

    deploy("revised", environment("VARIABLE", "new"));
    client.reload();
    Answer next = client.invoke("revised", LATEST, "answer");

    assertThat(next.body().path("variable").asString()).isEqualTo("new");
    await().atMost(PATIENCE).until(() -> !Processes.isRunning(old));
  }

  @Test
  void aliasThatMoves_endsTheOldVersionsProcesses() throws Exception {
    endpoint.deploy("moving", "1", FunctionPackage.build("one"), settings());
    endpoint.deploy("moving", "2", FunctionPackage.build("two"), settings());
    endpoint.alias("moving", "live", "1");
    Answer old = client.invoke("moving", "live", "answer");

    endpoint.alias("moving", "live", "2");
    client.reload();
    Answer next = client.invoke("moving", "live", "answer");

    assertThat(old.body().path("version").asString()).isEqualTo("1");
    assertThat(next.body().path("version").asString()).isEqualTo("2");
    await().atMost(PATIENCE).until(() -> !Processes.isRunning(old.pid()));
    assertThat(client.status("moving", "1").isMissingNode()).isTrue();
  }

  @Test
  void publishedVersionWithSnapStart_runsItsHooksBeforeTheFirstEvent() {
    ObjectNode settings = settings();
    settings.putObject("SnapStart").put("ApplyOn", "PublishedVersions");
    endpoint.deploy("snapped", "1", FunctionPackage.build("one"), settings.deepCopy());
    endpoint.deploy("snapped", LATEST, FunctionPackage.build("one"), settings);

    assertThat(client.invoke("snapped", "1", "answer").body().path("hooks").asString())
        .isEqualTo("init beforeCheckpoint afterRestore");
    assertThat(client.invoke("snapped", LATEST, "answer").body().path("hooks").asString())
        .isEqualTo("init");
  }

  @Test
  void debuggedFunction_hasOneProcessWithADebuggerPortAndNoTimeout() throws Exception {
    Path release = folder.resolve("release-debugged");
    deploy("Debugged", environment("RELEASE_FILE", release.toString()).put("Timeout", 1));

    CompletableFuture<Answer> stopped = client.invokeLater("Debugged", LATEST, "wait");
    CompletableFuture<Answer> next = client.invokeLater("Debugged", LATEST, "answer");
    await()
        .atMost(PATIENCE)
        .until(() -> client.status("Debugged", LATEST).path("processes").size() == 1);
    byte[] handshake = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
    try (Socket debugger = new Socket("127.0.0.1", debugPort)) {
      debugger.getOutputStream().write(handshake);
      assertThat(debugger.getInputStream().readNBytes(handshake.length)).isEqualTo(handshake);
    }
    await().pollDelay(Duration.ofMillis(1_500)).until(() -> !stopped.isDone());
    Files.createFile(release);

    assertThat(stopped.join().status()).isEqualTo(200);
    assertThat(next.join().pid()).isEqualTo(stopped.join().pid());
  }

  @Test
  void lines_reachTheFileAndCloudWatchLogsInOrder() {
    deploy("talking", settings());

    client.invoke("talking", LATEST, "print");
    client.invoke("talking", LATEST, "print");

    String id = "RequestId: request-of-talking";
    List<String> expected =
        List.of("START " + id, "printed by the function", "END " + id, "REPORT " + id);
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(NoSuchFileException.class)
        .untilAsserted(
            () -> {
              List<String> file = Files.readAllLines(folder.resolve("logs/talking.log"));
              assertThat(
                      file.stream()
                          .filter(line -> expected.stream().anyMatch(line::startsWith))
                          .map(FunctionHostTest::word))
                  .containsExactly(
                      "START", "printed", "END", "REPORT", "START", "printed", "END", "REPORT");
              assertThat(
                      endpoint.logged().stream()
                          .filter(line -> line.startsWith("/aws/lambda/talking ")))
                  .containsExactlyElementsOf(
                      file.stream().map(line -> "/aws/lambda/talking " + line).toList());
              assertThat(file.stream().filter(line -> line.startsWith("REPORT")))
                  .satisfiesExactly(
                      first ->
                          assertThat(first)
                              .matches(
                                  ".*\tDuration: [0-9.]+ ms\tBilled Duration: [0-9]+ ms\tMemory Size: 192 MB"
                                      + "\tMax Memory Used: [0-9]+ MB\tInit Duration: [0-9.]+ ms\t"),
                      second -> assertThat(second).doesNotContain("Init Duration"));
            });
  }

  private static String word(String line) {
    return line.split(" ", 2)[0];
  }
}
