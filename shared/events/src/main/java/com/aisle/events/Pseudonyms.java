package com.aisle.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers that stand for people, their browsers and their sessions: the first 64 bits of
 * HMAC-SHA256(key, kind + ":" + id). The same id has the same number as long as the key is the
 * same; without the key nobody gets from one to the other. Thread-safe.
 */
public final class Pseudonyms {

  /** Nobody known, or somebody who did not consent. */
  public static final long NOBODY = 0;

  private static final String REFERENCE = "pseudonym:";

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param key at least 16 characters, the content of the secret
   */
  public Pseudonyms(String key) {
    if (key.length() < 16) {
      throw new IllegalArgumentException(
          "the key of the pseudonyms has %d characters, 16 are the least".formatted(key.length()));
    }
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * Stands in the place of an id where a document is kept without it. Given back as an id, it means
   * this very pseudonym: so a refused document can be sent again.
   */
  public static String reference(long pseudonym) {
    return REFERENCE + text(pseudonym);
  }

  /** For a browser or app, by the id that it gave itself. */
  public long client(String id) {
    return of("client", id);
  }

  /** For a person, by the id by which the shop knows them. */
  public long user(String id) {
    return of("user", id);
  }

  /** For one visit of one client. */
  public long session(String id) {
    return of("session", id);
  }

  /** Whom something is counted for: the user if known, else the client. */
  public static long person(long user, long client) {
    return user == NOBODY ? client : user;
  }

  /** Unsigned, as the warehouse has it. */
  public static String text(long pseudonym) {
    return Long.toUnsignedString(pseudonym);
  }

  private long of(String kind, String id) {
    if (id.isEmpty()) {
      return NOBODY;
    }
    if (id.startsWith(REFERENCE)) {
      try {
        return Long.parseUnsignedLong(id, REFERENCE.length(), id.length(), 10);
      } catch (NumberFormatException e) {
        // Somebody's own way of naming ids, then.
      }
    }
    byte[] text = (kind + ":" + id).getBytes(StandardCharsets.UTF_8);
    long number = ByteBuffer.wrap(mac().doFinal(text)).getLong();
    return number == NOBODY ? 1 : number;
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
