package com.aisle.local.launcher.deploy;

import com.aisle.local.launcher.Progress;
import com.aisle.local.launcher.fetch.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket of packages and nested templates. What has the same content is there once. */
final class Artifacts {
  /** Name of the bucket. */
  static final String BUCKET = "aisle-artifacts";

  private final S3Client s3;
  private final Progress progress;

  Artifacts(S3Client s3, Progress progress) {
    this.s3 = s3;
    this.progress = progress;
  }

  /** The key of the file's content, uploaded if it is not there yet. */
  String upload(Path file) {
    try {
      String key = Checksum.of(file) + ".zip";
      if (!exists(key)) {
        String size = String.format(Locale.ROOT, "%.1f MB", Files.size(file) / 1e6);
        progress.report("deploy", "uploading %s (%s)".formatted(file, size));
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromFile(file));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a nested template. */
  String upload(String template) {
    String key = Checksum.of(template) + ".json";
    if (!exists(key)) {
      s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(template));
    }
    return key;
  }

  /** Makes the bucket if it is not there. */
  void makeBucket() {
    try {
      s3.headBucket(request -> request.bucket(BUCKET));
    } catch (S3Exception e) {
      if (e.statusCode() != 404) {
        throw e;
      }
      s3.createBucket(request -> request.bucket(BUCKET));
    }
  }

  private boolean exists(String key) {
    try {
      s3.headObject(request -> request.bucket(BUCKET).key(key));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return false;
      }
      throw e;
    }
  }
}
