package com.aisle.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.host.endpoint.DeployedFunction;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchCommandTest {
  private static final HostSettings SETTINGS =
      new HostSettings(
          URI.create("http://127.0.0.1:4566"),
          Path.of("/jdk"),
          Path.of("/cache"),
          Path.of("/logs"),
          2,
          List.of(new DebugTarget("search", 5006)),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10));

  private static ProcessBuilder build(
      String name, boolean snapshot, Map<String, String> environment) {
    DeployedFunction function =
        new DeployedFunction(
            name,
            "7",
            "arn:aws:lambda:eu-west-1:000000000000:function:" + name + ":7",
            "Handler::run",
            "r1",
            "hash",
            URI.create("http://127.0.0.1:4566/code"),
            1024,
            Duration.ofSeconds(3),
            environment,
            snapshot,
            "/aws/lambda/" + name,
            "JSON",
            null);
    return new LaunchCommand(SETTINGS, new RuntimeClient("ric.jar", Path.of("/jni.so")), 9100)
        .build(function, "p1", Path.of("/code"), Path.of("/temp"), "stream");
  }

  @Test
  void environment_isLambdasAndTheFunctions() {
    Map<String, String> environment =
        build("catalog", false, Map.of("AISLE_BUCKET", "b", "AWS_REGION", "mine")).environment();

    assertThat(environment)
        .containsEntry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9100/w/p1")
        .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "catalog")
        .containsEntry("AWS_LAMBDA_FUNCTION_VERSION", "7")
        .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024")
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
        .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON")
        .containsEntry("AWS_DEFAULT_REGION", "eu-west-1")
        .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")
        .containsEntry("LAMBDA_TASK_ROOT", "/code")
        .containsEntry("AISLE_BUCKET", "b")
        .doesNotContainKey("HOME");
  }

  @Test
  void compilers_areThoseOfLambda() {
    assertThat(build("catalog", false, Map.of()).command())
        .contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m");
    assertThat(build("catalog", true, Map.of()).command())
        .doesNotContain("-XX:TieredStopAtLevel=1");
  }

  @Test
  void ownOptions_win() {
    List<String> command =
        build("catalog", false, Map.of("JAVA_TOOL_OPTIONS", "-Xmx300m -XX:+TieredCompilation"))
            .command();

    assertThat(command).noneMatch(option -> option.startsWith("-Xmx") || option.contains("Tiered"));
  }

  @Test
  void debuggedFunction_opensItsPort() {
    String debugger =
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5006";

    assertThat(build("aisle-SearchFunction-1", false, Map.of()).command()).contains(debugger);
    assertThat(build("catalog", false, Map.of()).command())
        .noneMatch(option -> option.contains("jdwp"));
  }

  @ParameterizedTest
  @CsvSource({"128, 64", "256, 128", "512, 352", "1024, 768", "2048, 1536"})
  void heap_leavesRoomForTheRest(int memory, int heap) {
    assertThat(LaunchCommand.heap(memory)).isEqualTo(heap);
  }

  @Test
  void debugTarget_isParsed() {
    assertThat(DebugTarget.parse("Search")).isEqualTo(new DebugTarget("Search", 5005));
    assertThat(DebugTarget.parse("Search=5006")).isEqualTo(new DebugTarget("Search", 5006));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=5005", "Search=", "Search=x", "Search=1=2"})
  void badDebugTarget_isRefused(String text) {
    assertThatThrownBy(() -> DebugTarget.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected FUNCTION or FUNCTION=PORT")
        .hasMessageContaining("'" + text + "'");
  }
}
