package com.aisle.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One line of a file, without its end.
 *
 * @param number from 1 on
 * @param bytes of a line that is too long only the beginning
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Line(long number, byte[] bytes, boolean tooLong) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Its text.
   *
   * @throws CharacterCodingException when it is not UTF-8
   */
  String text() throws CharacterCodingException {
    return withoutMark(
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** Its text, with a mark in place of what is not UTF-8. */
  String legibleText() {
    return withoutMark(new String(bytes, StandardCharsets.UTF_8));
  }

  private String withoutMark(String text) {
    return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
