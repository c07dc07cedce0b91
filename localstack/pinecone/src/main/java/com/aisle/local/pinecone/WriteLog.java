package com.aisle.local.pinecone;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The writes that are acknowledged and may not be in Lucene yet, numbered from 1. A write is handed
 * to the operating system before it is acknowledged: killing the process loses none, a power cut
 * may lose the last ones.
 *
 * <p>A file is named by the number of its first write; an entry is length, checksum, tag, request.
 * A file ends where an entry is torn, and nothing is ever appended to a file of an earlier run.
 */
final class WriteLog implements AutoCloseable {

  private static final String SUFFIX = ".log";

  private final Path directory;
  private final NavigableMap<Long, Path> files = new TreeMap<>();
  private long last;
  private OutputStream output;

  private WriteLog(Path directory, long last, OutputStream output) {
    this.directory = directory;
    this.last = last;
    this.output = output;
  }

  /** Opens the log and hands over every write after {@code applied} with its number, in order. */
  static WriteLog open(Path directory, long applied, ObjLongConsumer<Mutation> replay)
      throws IOException {
    Files.createDirectories(directory);
    NavigableMap<Long, Path> found = new TreeMap<>();
    try (Stream<Path> paths = Files.list(directory)) {
      paths.forEach(path -> found.put(firstOf(path), path));
    }
    long last = applied;
    for (var file : found.entrySet()) {
      last = Math.max(last, read(file.getValue(), file.getKey(), applied, replay));
    }
    Path next = directory.resolve((last + 1) + SUFFIX);
    WriteLog log = new WriteLog(directory, last, Files.newOutputStream(next));
    log.files.putAll(found);
    log.files.put(last + 1, next);
    return log;
  }

  private static long firstOf(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
  }

  private static long read(Path file, long first, long applied, ObjLongConsumer<Mutation> replay)
      throws IOException {
    long number = first - 1;
    try (DataInputStream input =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        int length = input.readInt();
        int checksum = input.readInt();
        byte tag = input.readByte();
        byte[] request = input.readNBytes(length);
        if (request.length < length || checksum(tag, request) != checksum) {
          return number;
        }
        number++;
        if (number > applied) {
          replay.accept(Mutation.parse(tag, request), number);
        }
      }
    } catch (EOFException endOfFile) {
      return number;
    }
  }

  /** Adds a write and tells its number. */
  long append(Mutation mutation) throws IOException {
    byte[] request = mutation.request().toByteArray();
    ByteBuffer entry = ByteBuffer.allocate(2 * Integer.BYTES + 1 + request.length);
    entry.putInt(request.length).putInt(checksum(mutation.tag(), request));
    entry.put(mutation.tag()).put(request);
    output.write(entry.array());
    return ++last;
  }

  private static int checksum(byte tag, byte[] request) {
    CRC32C checksum = new CRC32C();
    checksum.update(tag);
    checksum.update(request);
    return (int) checksum.getValue();
  }

  /** Goes on in a new file, so that the ones before can be dropped. */
  void rotate() throws IOException {
    if (files.containsKey(last + 1)) {
      return;
    }
    output.close();
    Path next = directory.resolve((last + 1) + SUFFIX);
    output = Files.newOutputStream(next);
    files.put(last + 1, next);
  }

  /** Drops every file that holds no write after this one. */
  void dropThrough(long number) throws IOException {
    while (files.size() > 1) {
      long firstOfNext = files.navigableKeySet().higher(files.firstKey());
      if (firstOfNext - 1 > number) {
        return;
      }
      Files.delete(files.pollFirstEntry().getValue());
    }
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
