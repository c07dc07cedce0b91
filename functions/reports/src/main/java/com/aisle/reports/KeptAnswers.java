package com.aisle.reports;

import com.aisle.storage.Condition;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StorageException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last good answer of each question, in memory and in the bucket, where the other copies of the
 * function find it. The bucket gets a question's answer at most once a minute; a bucket that is
 * away costs nobody an answer.
 */
final class KeptAnswers {

  static final String PREFIX = "report-results/";

  private static final Logger LOGGER = LoggerFactory.getLogger(KeptAnswers.class);
  private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
      new TypeReference<>() {};

  private final ObjectStore objects;
  private final Clock clock;
  private final Cache<String, Kept> memory;

  /**
   * An answer.
   *
   * @param made when the warehouse gave it
   * @param written when it, or one before it, went into the bucket
   */
  record Kept(ReportAnswer answer, Instant made, Instant written) {}

  KeptAnswers(ObjectStore objects, Clock clock, int inMemory) {
    this.objects = objects;
    this.clock = clock;
    this.memory = Caffeine.newBuilder().maximumSize(inMemory).build();
  }

  /** The answer in memory, however old. */
  Optional<Kept> inMemory(String question) {
    return Optional.ofNullable(memory.getIfPresent(question));
  }

  /** The newest answer that can be found. */
  Optional<ReportAnswer> last(String question) {
    return inMemory(question).map(Kept::answer).or(() -> inBucket(question));
  }

  void keep(String question, ReportAnswer answer) {
    Instant now = clock.instant();
    Instant written = inMemory(question).map(Kept::written).orElse(Instant.EPOCH);
    boolean due = !written.plus(BETWEEN_WRITES).isAfter(now);
    memory.put(question, new Kept(answer, now, due ? now : written));
    if (due) {
      write(question, answer);
    }
  }

  private void write(String question, ReportAnswer answer) {
    try {
      objects.put(key(question), JSON.writeValueAsBytes(answer.fields()), Condition.none());
    } catch (StorageException e) {
      LOGGER.warn("an answer could not be kept: {}", e.getMessage());
    }
  }

  private Optional<ReportAnswer> inBucket(String question) {
    try {
      return objects
          .get(key(question))
          .map(stored -> new ReportAnswer(JSON.readValue(stored.bytes(), FIELDS), false));
    } catch (StorageException | JacksonException e) {
      LOGGER.warn("a kept answer could not be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String key(String question) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(hash) + ".json";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
