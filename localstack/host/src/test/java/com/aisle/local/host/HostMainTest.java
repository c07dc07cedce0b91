package com.aisle.local.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** Starts the host as its own process, as the launcher does. */
class HostMainTest {
  private static final Pattern READY =
      Pattern.compile("host on 127.0.0.1:(\\d+), gateway on 127.0.0.1:(\\d+)");

  @TempDir private Path folder;
  private FakeEndpoint endpoint;
  private Process host;

  @BeforeEach
  void start() throws IOException {
    endpoint = new FakeEndpoint();
    endpoint.deploy(
        "child", "$LATEST", FunctionPackage.build("one"), JsonNodeFactory.instance.objectNode());
    host = run("--endpoint", endpoint.address().toString(), "--port", "0", "--gateway-port", "0");
  }

  @AfterEach
  void stop() {
    host.destroyForcibly();
    endpoint.close();
  }

  private Process run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(HostMain.class.getName());
    command.addAll(
        List.of(
            "--cache",
            folder.resolve("cache").toString(),
            "--logs",
            folder.resolve("logs").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private int port() throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(host.getInputStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new AssertionError("the host did not start");
  }

  @Test
  void hostKilledHard_leavesNoChild() throws IOException {
    long child = new HostClient(port()).invoke("child", "$LATEST", "answer").pid();
    assertThat(Processes.isRunning(child)).isTrue();
    List<Long> descendants = host.descendants().map(ProcessHandle::pid).toList();
    assertThat(descendants).contains(child);

    host.destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> descendants.stream().noneMatch(Processes::isRunning));
  }

  @Test
  void hostAndItsGuardKilledHard_leaveNoChildEither() throws IOException {
    long child = new HostClient(port()).invoke("child", "$LATEST", "answer").pid();
    host.descendants()
        .filter(guard -> guard.pid() != child)
        .forEach(ProcessHandle::destroyForcibly);

    host.destroyForcibly();

    await().atMost(Duration.ofSeconds(10)).until(() -> !Processes.isRunning(child));
  }

  @Test
  void hostStopped_endsItsChildrenAndShipsTheLastLines() throws Exception {
    long child = new HostClient(port()).invoke("child", "$LATEST", "print").pid();

    host.destroy();

    assertThat(host.waitFor()).isEqualTo(143);
    await().atMost(Duration.ofSeconds(10)).until(() -> !Processes.isRunning(child));
    assertThat(Files.readString(folder.resolve("logs/child.log")))
        .contains("printed by the function", "REPORT");
    assertThat(endpoint.logged()).contains("/aws/lambda/child printed by the function");
  }

  @Test
  void portThatIsTaken_isOneClearLine() throws Exception {
    Process second = run("--port", Integer.toString(port()));

    String output = new String(second.getInputStream().readAllBytes(), UTF_8);

    assertThat(second.waitFor()).isEqualTo(2);
    assertThat(output).contains("is taken by another process").hasLineCount(1);
  }

  @Test
  void optionWithoutSense_isRefused() throws Exception {
    Process second = run("--debug", "Search=many");

    String output = new String(second.getInputStream().readAllBytes(), UTF_8);

    assertThat(second.waitFor()).isEqualTo(2);
    assertThat(output).contains("expected FUNCTION or FUNCTION=PORT");
  }
}
