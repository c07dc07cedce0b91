package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.Poll;
import com.aisle.local.launcher.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Imports a file as a shop does, and checks afterwards that nothing was lost. */
public final class Importer {
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration LONGEST_SEARCHABLE = Duration.ofSeconds(60);

  private final URI endpoint;
  private final URI api;
  private final Map<String, String> outputs;
  private final Progress progress;
  private final ImportFollower follower;

  /**
   * An importer.
   *
   * @param endpoint the AWS endpoint
   * @param api Aisle's HTTP API
   * @param outputs of the deployed stack: they name bucket and queues
   */
  public Importer(URI endpoint, URI api, Map<String, String> outputs, Progress progress) {
    this.endpoint = endpoint;
    this.api = api;
    this.outputs = outputs;
    this.progress = progress;
    this.follower = new ImportFollower(progress);
  }

  /**
   * Imports the file; returns when every product is searchable, or a minute after all queues are
   * empty.
   */
  public ImportResult run(ProductFile file) {
    long start = System.nanoTime();
    try (S3Client s3 = AwsClients.s3(endpoint);
        SqsClient sqs = AwsClients.client(SqsClient.builder(), endpoint);
        ShopSearch search = new ShopSearch(api)) {
      ImportBucket bucket = new ImportBucket(s3, output("BucketName"));
      Optional<String> before =
          bucket.report(file.name()).map(report -> String.valueOf(report.startedAt()));
      progress.report(
          "import",
          "uploading %s (%s)"
              .formatted(file.name(), ImportFollower.megabytes(ImportBucket.size(file.file()))));
      bucket.upload(file);
      ImportReport report = follower.awaitReport(bucket, file.name(), before);
      follower.awaitEmpty(queues(sqs), "index");
      Set<String> ids = file.searchableIds(bucket.rejectedLines(report.rejectedKeys()));
      long found = awaitSearchable(search, ids);
      return new ImportResult(
          report.lines(),
          report.accepted(),
          report.rejected(),
          ids.size(),
          found,
          Duration.ofNanos(System.nanoTime() - start),
          output("BucketName"),
          report.rejectedKeys());
    }
  }

  /** The search function sees a new version of the index a moment after it is published. */
  private static long awaitSearchable(ShopSearch search, Set<String> ids) {
    AtomicLong found = new AtomicLong();
    Poll.until(
        () -> {
          found.set(search.searchable(ids));
          return found.get() >= ids.size();
        },
        INTERVAL,
        LONGEST_SEARCHABLE);
    return found.get();
  }

  private Queues queues(SqsClient sqs) {
    return new Queues(
        sqs,
        List.of(
            output("ImportsQueueUrl"),
            output("ProductChangesQueueUrl"),
            output("CatalogWritesQueueUrl")));
  }

  private String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new LauncherException("the deployed template has no output " + name);
    }
    return value;
  }
}
