package com.aisle.local.pinecone;

import io.pinecone.proto.Pagination;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where the next page begins: after a name. */
final class PageToken {

  private static final int DEFAULT_LIMIT = 100;

  private PageToken() {}

  static int limit(int asked) {
    return asked > 0 ? asked : DEFAULT_LIMIT;
  }

  static Pagination after(List<String> page) {
    byte[] last = page.getLast().getBytes(StandardCharsets.UTF_8);
    return Pagination.newBuilder()
        .setNext(Base64.getUrlEncoder().withoutPadding().encodeToString(last))
        .build();
  }

  /** The name that the page comes after, empty for the first page. */
  static String read(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Requests.invalid("Invalid pagination token '%s'".formatted(token));
    }
  }
}
