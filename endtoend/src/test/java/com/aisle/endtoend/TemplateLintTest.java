package com.aisle.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The templates pass the linters that its readers would run. {@code ./aisle test} installs them and
 * names their folder in AISLE_LINT_HOME.
 */
class TemplateLintTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void samValidate_hasNothingToSay() throws Exception {
    run("sam", "sam", "validate", "--lint", "-t", "template.yaml");
  }

  @Test
  void cfnLint_hasNothingToSay() throws Exception {
    run("cfn-lint", "cfn-lint", "-t", "template.yaml", "infra/console.yaml");
  }

  /** What checkov may say is listed with its reason in infra/checkov.yaml. */
  @Test
  void checkov_saysOnlyWhatWasDecided() throws Exception {
    for (String template : List.of("template.yaml", "infra/console.yaml")) {
      run("checkov", "checkov", "--config-file", "infra/checkov.yaml", "-f", template);
    }
  }

  private static void run(String environment, String program, String... arguments)
      throws IOException, InterruptedException {
    String home =
        Objects.requireNonNull(
            System.getenv("AISLE_LINT_HOME"), "AISLE_LINT_HOME is not set: run ./aisle test");
    List<String> command =
        new ArrayList<>(List.of(Path.of(home, environment, "bin", program).toString()));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(program, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(Map.of("AWS_DEFAULT_REGION", "us-east-1", "SAM_CLI_TELEMETRY", "0"));
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    assertThat(ended).as("%s ends within five minutes", program).isTrue();
    assertThat(process.exitValue()).as(() -> program + " says:\n" + read(log)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
