package com.aisle.imports;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines that end with LF, CR LF or the stream. Works on bytes, so that the place
 * where a line ends is known exactly, and never holds more than {@link #MAX_LINE_BYTES} of a line.
 */
final class LineReader implements Closeable {

  /** A longer line is cut and marked. */
  static final int MAX_LINE_BYTES = 1 << 20;

  /** What is kept of a line that is too long. */
  static final int PREVIEW_BYTES = 1 << 10;

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long lines;
  private long offset;

  /**
   * @param linesBefore lines that come before the stream's first
   * @param bytesBefore bytes that come before the stream's first
   */
  LineReader(InputStream stream, long linesBefore, long bytesBefore) {
    this.stream = stream;
    this.lines = linesBefore;
    this.offset = bytesBefore;
  }

  /** The number of the last line read. */
  long lines() {
    return lines;
  }

  /** Where the next line begins. */
  long offset() {
    return offset;
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int end = endOfLine();
      ended = end < limit;
      tooLong |= bytes.size() + (end - position) > MAX_LINE_BYTES;
      if (!tooLong) {
        bytes.write(buffer, position, end - position);
      } else if (bytes.size() < PREVIEW_BYTES) {
        bytes.write(buffer, position, Math.min(end - position, PREVIEW_BYTES));
      }
      moveTo(ended ? end + 1 : end);
    }
    lines++;
    return new Line(lines, withoutReturn(bytes.toByteArray(), tooLong), tooLong);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, stream.read(buffer));
    }
    return position < limit;
  }

  private int endOfLine() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private void moveTo(int newPosition) {
    offset += newPosition - position;
    position = newPosition;
  }

  private static byte[] withoutReturn(byte[] line, boolean tooLong) {
    if (tooLong) {
      return Arrays.copyOf(line, Math.min(line.length, PREVIEW_BYTES));
    }
    boolean hasReturn = line.length > 0 && line[line.length - 1] == '\r';
    return hasReturn ? Arrays.copyOf(line, line.length - 1) : line;
  }
}
