package com.aisle.local.launcher.corrections;

import com.aisle.local.launcher.AwsClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.s3.S3Client;

/** Deploys small templates into an endpoint under test. */
final class Stacks {
  /** Properties of a function whose package is in the bucket {@code code}. */
  static final String FUNCTION =
      "Runtime: java25, Handler: a.B::c, Timeout: 5, CodeUri: {Bucket: code, Key: f.zip}";

  private final URI endpoint;
  private final CloudFormationClient cloudFormation;
  private final S3Client s3;

  Stacks(URI endpoint) {
    this.endpoint = endpoint;
    this.cloudFormation = AwsClients.client(CloudFormationClient.builder(), endpoint);
    this.s3 = AwsClients.s3(endpoint);
    s3.createBucket(request -> request.bucket("code"));
    s3.putObject(request -> request.bucket("code").key("f.zip"), RequestBody.fromBytes(zip()));
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a/B.class"));
      zip.closeEntry();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /** Address of an object that holds {@code template}, for a nested stack. */
  String upload(String name, String template) {
    s3.putObject(request -> request.bucket("code").key(name), RequestBody.fromString(template));
    return endpoint + "/code/" + name;
  }

  /** The status that the stack ends in; FAILED if it was refused at once. */
  String create(String name, String template) {
    try {
      cloudFormation.createStack(
          request ->
              request
                  .stackName(name)
                  .templateBody(template)
                  .capabilities(
                      Capability.CAPABILITY_IAM,
                      Capability.CAPABILITY_NAMED_IAM,
                      Capability.CAPABILITY_AUTO_EXPAND));
    } catch (CloudFormationException e) {
      return "FAILED";
    }
    return end(name);
  }

  /** Deletes the stack and waits for the end. */
  void delete(String name) {
    cloudFormation.deleteStack(request -> request.stackName(name));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                cloudFormation.listStacks().stackSummaries().stream()
                    .filter(stack -> stack.stackName().equals(name))
                    .noneMatch(stack -> stack.stackStatusAsString().endsWith("IN_PROGRESS")));
  }

  private String end(String name) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> describe(name).stackStatusAsString(), status -> !status.endsWith("IN_PROGRESS"));
  }

  Map<String, String> outputs(String name) {
    return describe(name).outputs().stream()
        .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
  }

  private Stack describe(String name) {
    return cloudFormation.describeStacks(request -> request.stackName(name)).stacks().getFirst();
  }
}
