package com.aisle.imports;

import com.aisle.storage.NoSuchObjectException;
import com.aisle.storage.ObjectStore;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of an import file from a place on. */
final class ImportSource implements Closeable {

  private final CountingInputStream stored;
  private final long bytesBefore;
  private final LineReader lines;

  private ImportSource(CountingInputStream stored, long bytesBefore, LineReader lines) {
    this.stored = stored;
    this.bytesBefore = bytesBefore;
    this.lines = lines;
  }

  /**
   * Opens a file behind a checkpoint. A compressed one is read again from its beginning.
   *
   * @throws UnreadableFileException when it is not what its name says
   */
  static ImportSource open(ObjectStore store, ImportFile file, Checkpoint checkpoint)
      throws IOException {
    long start = file.isCompressed() ? 0 : checkpoint.offset();
    CountingInputStream stored;
    try {
      stored = new CountingInputStream(store.open(file.key(), start));
    } catch (NoSuchObjectException e) {
      throw new UnreadableFileException("the file was deleted", e);
    }
    if (!file.isCompressed()) {
      return new ImportSource(
          stored, start, new LineReader(stored, checkpoint.line(), checkpoint.offset()));
    }
    try {
      ImportSource source =
          new ImportSource(stored, 0, new LineReader(new GZIPInputStream(stored), 0, 0));
      source.skipTo(checkpoint.line());
      return source;
    } catch (ZipException | EOFException e) {
      stored.close();
      throw new UnreadableFileException("the file is not gzip: " + e.getMessage(), e);
    }
  }

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    return lines.next();
  }

  /** The number of the last line read. */
  long line() {
    return lines.lines();
  }

  /** Where the next line begins, before compression. */
  long offset() {
    return lines.offset();
  }

  /** How much of the file as it is stored has been read. */
  long bytesRead() {
    return bytesBefore + stored.count();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void skipTo(long line) throws IOException {
    while (lines.lines() < line && lines.next() != null) {
      // Only counting.
    }
  }
}
