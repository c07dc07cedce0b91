package com.aisle.local.launcher.deploy;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.fetch.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/** Deploys one template to one endpoint, and does nothing if exactly that is deployed already. */
public final class Deployment {
  /** Name of the stack. */
  public static final String STACK = "aisle";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path template;
  private final URI endpoint;
  private final Path record;
  private final Progress progress;

  /**
   * A deployment of {@code template}.
   *
   * @param record file that remembers what was deployed last
   */
  public Deployment(Path template, URI endpoint, Path record, Progress progress) {
    this.template = template;
    this.endpoint = endpoint;
    this.record = record;
    this.progress = progress;
  }

  /**
   * Deploys what has changed.
   *
   * @param parameters values for parameters; those that the template does not declare are left out
   * @return the stack's outputs
   */
  public Map<String, String> deploy(Map<String, String> parameters) {
    try (S3Client s3 = AwsClients.s3(endpoint);
        CloudFormationClient cloudFormation =
            AwsClients.client(CloudFormationClient.builder(), endpoint)) {
      Artifacts artifacts = new Artifacts(s3, progress);
      artifacts.makeBucket();
      Map<String, Object> packaged = new Packager(artifacts, endpoint).packaged(template);
      Map<String, String> declared = new TreeMap<>(parameters);
      declared.keySet().retainAll(Packager.section(packaged, "Parameters").keySet());
      return deploy(
          new StackDeployer(cloudFormation, STACK), JSON.writeValueAsString(packaged), declared);
    }
  }

  private Map<String, String> deploy(
      StackDeployer stack, String body, Map<String, String> parameters) {
    String checksum = Checksum.of(body + JSON.writeValueAsString(parameters));
    Optional<Map<String, String>> outputs = stack.outputs();
    boolean deployedBefore = lastChecksum().isPresent();
    if (outputs.isPresent() && lastChecksum().equals(Optional.of(checksum))) {
      progress.report("deploy", "nothing has changed");
      remember(checksum);
      return outputs.get();
    }
    if (outputs.isEmpty() && deployedBefore) {
      progress.report(
          "deploy",
          "the AWS endpoint was killed and has forgotten the stack and undelivered messages (objects are still there): deploying again");
    } else {
      progress.report("deploy", "deploying " + template.getFileName());
    }
    long start = System.nanoTime();
    Map<String, String> result = stack.deploy(body, parameters);
    remember(checksum);
    progress.report(
        "deploy", "done after " + Progress.seconds(Duration.ofNanos(System.nanoTime() - start)));
    return result;
  }

  /** Whether none of these files is newer than the last deployment; costs no look into them. */
  public boolean isNewerThan(Collection<Path> files) {
    try {
      if (!Files.exists(record)) {
        return false;
      }
      FileTime deployed = Files.getLastModifiedTime(record);
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(deployed) > 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outputs of the deployed stack, empty if there is none. */
  public Optional<Map<String, String>> outputs() {
    try (CloudFormationClient cloudFormation =
        AwsClients.client(CloudFormationClient.builder(), endpoint)) {
      return new StackDeployer(cloudFormation, STACK).outputs();
    }
  }

  private Optional<String> lastChecksum() {
    try {
      return Files.exists(record) ? Optional.of(Files.readString(record)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(String checksum) {
    try {
      Files.writeString(record, checksum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
