package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Imports a file of order events as a shop does, and waits until the warehouse has them. */
public final class OrderImporter {
  private final URI endpoint;
  private final Map<String, String> outputs;
  private final Progress progress;

  /**
   * An importer.
   *
   * @param endpoint the AWS endpoint
   * @param outputs of the deployed stack: they name bucket and queues
   */
  public OrderImporter(URI endpoint, Map<String, String> outputs, Progress progress) {
    this.endpoint = endpoint;
    this.outputs = outputs;
    this.progress = progress;
  }

  /** Imports the file; returns when the queue to the warehouse is empty. */
  public OrderImportResult run(Path file) {
    requireOne(file);
    long start = System.nanoTime();
    try (S3Client s3 = AwsClients.s3(endpoint);
        SqsClient sqs = AwsClients.client(SqsClient.builder(), endpoint)) {
      String name = "orders/" + file.getFileName();
      ImportBucket bucket = new ImportBucket(s3, output("BucketName"));
      Optional<String> before =
          bucket.report(name).map(report -> String.valueOf(report.startedAt()));
      progress.report("import", "uploading " + name);
      bucket.upload(name, file, Map.of());
      ImportFollower follower = new ImportFollower(progress);
      ImportReport report = follower.awaitReport(bucket, name, before);
      List<String> queues = List.of(output("ImportsQueueUrl"), output("WarehouseQueueUrl"));
      follower.awaitEmpty(new Queues(sqs, queues), "warehouse");
      return new OrderImportResult(
          report.lines(),
          report.accepted(),
          report.rejected(),
          Duration.ofNanos(System.nanoTime() - start),
          output("BucketName"),
          report.rejectedKeys());
    }
  }

  private static void requireOne(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LauncherException("there is no file " + file);
    }
    if (!file.toString().matches(".*\\.jsonl(\\.gz)?")) {
      throw new LauncherException(
          file + " must end in .jsonl or .jsonl.gz: one order event a line");
    }
  }

  private String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new LauncherException("the deployed template has no output " + name);
    }
    return value;
  }
}
