package com.aisle.warehouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered file of statements, such as {@code 0001_raw.sql}. A statement ends with a semicolon
 * at the end of a line. A file that was interrupted is run again from its start, so its statements
 * must bear repetition ({@code IF NOT EXISTS}, {@code OR REPLACE}).
 */
record Migration(int version, String name, String sql) {

  private static final Pattern NAME = Pattern.compile("([0-9]{4})_[a-z0-9_]+\\.sql");
  private static final Pattern END = Pattern.compile(";[ \\t]*(\\r?\\n|$)");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

  static Migration of(String name, String sql) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "%s is no name of a migration; name it like 0007_more_columns.sql".formatted(name));
    }
    return new Migration(Integer.parseInt(matcher.group(1)), name, sql);
  }

  List<String> statements() {
    return Arrays.stream(END.split(sql))
        .map(String::strip)
        .filter(statement -> !COMMENT.matcher(statement).replaceAll("").isBlank())
        .toList();
  }

  /** SHA-256 of the file in hexadecimal. */
  String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(sql.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
