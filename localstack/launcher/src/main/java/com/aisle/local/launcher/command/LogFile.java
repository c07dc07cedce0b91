package com.aisle.local.launcher.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reading a file that another process writes. */
final class LogFile {
  private static final int MOST = 1 << 20;

  private LogFile() {}

  /**
   * What was written after position {@code from}, one MiB at most; nothing if the file is not
   * there.
   */
  static byte[] readFrom(Path file, long from) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      byte[] text = new byte[Math.clamp(reader.length() - from, 0, MOST)];
      reader.seek(from);
      reader.readFully(text);
      return text;
    }
  }
}
