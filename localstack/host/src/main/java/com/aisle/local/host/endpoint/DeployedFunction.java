package com.aisle.local.host.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One version of a deployed function, as GetFunction describes it.
 *
 * @param version a number, or {@code $LATEST}
 * @param revision changes with every change of this version's code or configuration
 * @param codeSha256 Base64, of the package as it was uploaded
 * @param memoryMegabytes MemorySize
 * @param restoredFromSnapshot SnapStart applies: a published version with ApplyOn PublishedVersions
 * @param logGroup where its lines go in CloudWatch Logs
 * @param logFormat Text or JSON, for what the function writes through Lambda's own logger
 * @param reservedConcurrency most events at a time, if limited
 */
public record DeployedFunction(
    String name,
    String version,
    String arn,
    String handler,
    String revision,
    String codeSha256,
    URI codeLocation,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment,
    boolean restoredFromSnapshot,
    String logGroup,
    String logFormat,
    @Nullable Integer reservedConcurrency) {

  /** The version that every change of the function edits in place. */
  public static final String LATEST = "$LATEST";

  static DeployedFunction of(JsonNode answer) {
    JsonNode configuration = answer.path("Configuration");
    String name = configuration.path("FunctionName").asString();
    String version = configuration.path("Version").asString(LATEST);
    boolean snapshots =
        configuration.path("SnapStart").path("ApplyOn").asString("").equals("PublishedVersions");
    JsonNode logging = configuration.path("LoggingConfig");
    JsonNode reserved = answer.path("Concurrency").path("ReservedConcurrentExecutions");
    return new DeployedFunction(
        name,
        version,
        configuration.path("FunctionArn").asString(),
        configuration.path("Handler").asString(),
        configuration.path("RevisionId").asString(""),
        configuration.path("CodeSha256").asString(),
        URI.create(answer.path("Code").path("Location").asString()),
        configuration.path("MemorySize").asInt(128),
        Duration.ofSeconds(configuration.path("Timeout").asInt(3)),
        variables(configuration.path("Environment").path("Variables")),
        snapshots && !version.equals(LATEST),
        logging.path("LogGroup").asString("/aws/lambda/" + name),
        logging.path("LogFormat").asString("Text"),
        reserved.isNumber() ? reserved.asInt() : null);
  }

  private static Map<String, String> variables(JsonNode node) {
    Map<String, String> variables = new HashMap<>();
    for (Map.Entry<String, JsonNode> variable : node.properties()) {
      variables.put(variable.getKey(), variable.getValue().asString());
    }
    return Map.copyOf(variables);
  }

  /** The part of the ARN that names the region. */
  public String region() {
    String[] parts = arn.split(":", -1);
    return parts.length > 3 && !parts[3].isEmpty() ? parts[3] : "us-east-1";
  }
}
