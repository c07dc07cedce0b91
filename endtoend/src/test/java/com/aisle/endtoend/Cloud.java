package com.aisle.endtoend;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.LocalCloud;
import com.aisle.local.launcher.LocalCloudOptions;
import com.aisle.local.launcher.StaffToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The local cloud with the template deployed, started once for all tests of this module. */
final class Cloud implements AutoCloseable {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  final LocalCloud parts;
  final S3Client s3;
  final SqsClient sqs;
  final EventBridgeClient bus;
  final Api api;

  private Cloud() throws IOException {
    Path home = Path.of("target/cloud");
    FileSystemUtils.deleteRecursively(home);
    parts = LocalCloud.start(LocalCloudOptions.forTests(CHECKOUT, home));
    parts.deploy(Map.of());
    URI aws = parts.addresses().aws();
    s3 = AwsClients.s3(aws);
    sqs = AwsClients.client(SqsClient.builder(), aws);
    bus = AwsClients.client(EventBridgeClient.builder(), aws);
    api = new Api(parts.addresses().gateway());
  }

  /** What the stack calls this: {@code BucketName}, {@code BusName}, {@code ImportsQueueUrl} … */
  String output(String name) {
    String value = parts.deployed().get(name);
    if (value == null) {
      throw new IllegalArgumentException("the stack has no output " + name);
    }
    return value;
  }

  /** What reports, erasures and alerts ask of whoever calls. */
  String staffToken() {
    // Of now: an endpoint that was killed has deployed again, with a new secret.
    return StaffToken.read(parts.addresses().aws(), parts.deployed())
        .orElseThrow(() -> new IllegalStateException("the stack has no staff token"));
  }

  @Override
  public void close() {
    s3.close();
    sqs.close();
    bus.close();
    parts.close();
  }

  /** Hands the one cloud to every test that asks for it; it stops when the last test has run. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Cloud.class;
    }

    @Override
    public Cloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Cloud.class, key -> started(), Cloud.class);
    }

    private static Cloud started() {
      try {
        return new Cloud();
      } catch (IOException unusable) {
        throw new UncheckedIOException(unusable);
      }
    }
  }
}
