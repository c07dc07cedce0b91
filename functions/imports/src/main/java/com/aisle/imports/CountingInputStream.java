package com.aisle.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it. */
final class CountingInputStream extends FilterInputStream {

  private long count;

  CountingInputStream(InputStream stream) {
    super(stream);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count += Math.max(0, read);
    return read;
  }

  /**
   * Never 0: GZIPInputStream takes 0 for the end of the file and would drop what follows the first
   * member of a file that was compressed in parts, when the network is slow at that very place.
   */
  @Override
  public int available() throws IOException {
    return Math.max(1, super.available());
  }
}
