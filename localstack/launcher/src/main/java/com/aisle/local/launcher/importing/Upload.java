package com.aisle.local.launcher.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Puts a file of any size into a bucket: in parts where it is too big for one request. */
final class Upload {
  private static final int PART_BYTES = 64 * 1024 * 1024;

  private final S3Client s3;
  private final String bucket;

  Upload(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  void put(String key, Path file, Map<String, String> metadata) {
    if (ImportBucket.size(file) <= PART_BYTES) {
      s3.putObject(
          request -> request.bucket(bucket).key(key).metadata(metadata),
          RequestBody.fromFile(file));
      return;
    }
    String id =
        s3.createMultipartUpload(request -> request.bucket(bucket).key(key).metadata(metadata))
            .uploadId();
    try {
      List<CompletedPart> parts = putParts(key, file, id);
      s3.completeMultipartUpload(
          request ->
              request
                  .bucket(bucket)
                  .key(key)
                  .uploadId(id)
                  .multipartUpload(all -> all.parts(parts)));
    } catch (IOException e) {
      s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(id));
      throw new UncheckedIOException(e);
    }
  }

  private List<CompletedPart> putParts(String key, Path file, String id) throws IOException {
    List<CompletedPart> parts = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      for (byte[] bytes = in.readNBytes(PART_BYTES);
          bytes.length > 0;
          bytes = in.readNBytes(PART_BYTES)) {
        int number = parts.size() + 1;
        RequestBody body = RequestBody.fromBytes(bytes);
        String tag =
            s3.uploadPart(
                    request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number),
                    body)
                .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      }
    }
    return parts;
  }
}
