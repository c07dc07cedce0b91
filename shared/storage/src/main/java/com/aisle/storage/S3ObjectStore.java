package com.aisle.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in one bucket of Amazon S3. */
public final class S3ObjectStore implements ObjectStore {

  /** DeleteObjects takes no more. */
  private static final int KEYS_PER_DELETE = 1_000;

  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final S3Client client;
  private final String bucket;

  public S3ObjectStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** A store with a client of its own, which finds endpoint, region and credentials by itself. */
  public static S3ObjectStore create(StorageConfig config) {
    S3Client client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(config.timeout()))
            .build();
    return new S3ObjectStore(client, config.bucket());
  }

  @Override
  public Optional<ObjectHead> head(String key) {
    return ifThere(
        key,
        () -> {
          HeadObjectResponse head = client.headObject(r -> r.bucket(bucket).key(key));
          return new ObjectHead(
              head.contentLength(), head.eTag(), head.lastModified(), head.metadata());
        });
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return ifThere(key, () -> read(request(key)));
  }

  @Override
  public Optional<StoredObject> getIfChanged(String key, String knownTag) {
    GetObjectRequest request = request(key).toBuilder().ifNoneMatch(knownTag).build();
    return ifThere(key, () -> read(request));
  }

  @Override
  public InputStream open(String key, long offset) {
    // A range that starts at byte 0 does not exist in an empty object.
    GetObjectRequest request =
        offset == 0
            ? request(key)
            : request(key).toBuilder().range("bytes=%d-".formatted(offset)).build();
    try {
      return client.getObject(request);
    } catch (NoSuchKeyException e) {
      throw new NoSuchObjectException(key);
    } catch (S3Exception e) {
      if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
        return InputStream.nullInputStream();
      }
      throw refused(key, e);
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  @Override
  public void download(String key, Path target) {
    try {
      client.getObject(request(key), target);
    } catch (NoSuchKeyException e) {
      throw new NoSuchObjectException(key);
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  @Override
  public String put(String key, byte[] bytes, Condition condition) {
    PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(bucket).key(key);
    switch (condition) {
      case Condition.None() -> {}
      case Condition.Absent() -> request.ifNoneMatch("*");
      case Condition.Unchanged(String tag) -> request.ifMatch(tag);
    }
    try {
      return client.putObject(request.build(), RequestBody.fromBytes(bytes)).eTag();
    } catch (S3Exception e) {
      throw isFailedCondition(condition, e) ? new ConditionFailedException(key) : refused(key, e);
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  @Override
  public void upload(String key, Path file) {
    try {
      client.putObject(r -> r.bucket(bucket).key(key), file);
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  @Override
  public Stream<ObjectSummary> list(String prefix) {
    try {
      // Read to the end here, so that every failure is met here.
      return client.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).stream()
          .flatMap(page -> page.contents().stream())
          .map(S3ObjectStore::summary)
          .toList()
          .stream();
    } catch (SdkException e) {
      throw refused(prefix, e);
    }
  }

  @Override
  public void delete(Collection<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    for (int from = 0; from < objects.size(); from += KEYS_PER_DELETE) {
      deleteAtOnce(objects.subList(from, Math.min(objects.size(), from + KEYS_PER_DELETE)));
    }
  }

  private void deleteAtOnce(List<ObjectIdentifier> objects) {
    try {
      DeleteObjectsResponse response =
          client.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(objects).quiet(true)));
      if (response.hasErrors()) {
        throw new StorageException("not deleted: " + response.errors(), null);
      }
    } catch (SdkException e) {
      throw refused(objects.getFirst().key(), e);
    }
  }

  private GetObjectRequest request(String key) {
    return GetObjectRequest.builder().bucket(bucket).key(key).build();
  }

  private StoredObject read(GetObjectRequest request) {
    ResponseBytes<GetObjectResponse> object = client.getObjectAsBytes(request);
    return new StoredObject(object.asByteArrayUnsafe(), object.response().eTag());
  }

  private <T> Optional<T> ifThere(String key, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_MODIFIED) {
        return Optional.empty();
      }
      throw refused(key, e);
    } catch (SdkException e) {
      throw refused(key, e);
    }
  }

  /**
   * 409 is the answer to a writer that lost a race still under way, 404 that to If-Match on a key
   * that does not exist.
   */
  private static boolean isFailedCondition(Condition condition, S3Exception e) {
    return switch (e.statusCode()) {
      case PRECONDITION_FAILED -> true;
      case CONFLICT -> hasCode(e, "ConditionalRequestConflict");
      case NOT_FOUND -> condition instanceof Condition.Unchanged && !hasCode(e, "NoSuchBucket");
      default -> false;
    };
  }

  private static boolean hasCode(S3Exception e, String code) {
    return e.awsErrorDetails() != null && code.equals(e.awsErrorDetails().errorCode());
  }

  private static ObjectSummary summary(S3Object object) {
    return new ObjectSummary(object.key(), object.size(), object.lastModified());
  }

  private StorageException refused(String key, SdkException e) {
    return new StorageException("s3://%s/%s: %s".formatted(bucket, key, e.getMessage()), e);
  }
}
