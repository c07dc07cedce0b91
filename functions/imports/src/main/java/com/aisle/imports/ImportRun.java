package com.aisle.imports;

import java.io.EOFException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one file from one checkpoint on.
 *
 * <p>What is before a checkpoint is handed over before the checkpoint is written. After a crash the
 * lines behind the last one are read again: their products are sent twice, which changes nothing
 * where they arrive, and counted once.
 */
final class ImportRun<T> {

  /** However late it is, so many lines are read: else a file could stand still for ever. */
  private static final int LEAST_LINES = 50;

  private final ImportSource source;
  private final LineParser<T> parser;
  private final Chunks<T> chunks;
  private final RejectedLines rejectedLines;
  private final Checkpoint start;
  private final Clock clock;
  private long accepted;
  private long rejected;

  ImportRun(
      ImportSource source,
      LineParser<T> parser,
      Chunks<T> chunks,
      RejectedLines rejectedLines,
      Checkpoint start,
      Clock clock) {
    this.source = source;
    this.parser = parser;
    this.chunks = chunks;
    this.rejectedLines = rejectedLines;
    this.start = start;
    this.clock = clock;
    this.accepted = start.accepted();
    this.rejected = start.rejected();
  }

  /**
   * Reads to the end of the file or until it is time to stop.
   *
   * @param save keeps a checkpoint, now and then
   * @return the last checkpoint, which is not kept yet; it is not final when time was up
   */
  Checkpoint read(Instant stopAt, Duration saveEvery, Consumer<Checkpoint> save)
      throws IOException {
    try {
      Instant savedAt = clock.instant();
      for (Line line = source.next(); line != null; line = source.next()) {
        take(line);
        Instant now = clock.instant();
        if (now.isAfter(stopAt) && line.number() >= start.line() + LEAST_LINES) {
          return checkpoint(ImportState.RUNNING, null);
        }
        if (!now.isBefore(savedAt.plus(saveEvery))) {
          save.accept(checkpoint(ImportState.RUNNING, null));
          savedAt = now;
        }
      }
      return checkpoint(ImportState.COMPLETE, null);
    } catch (ZipException | EOFException e) {
      return checkpoint(
          ImportState.FAILED,
          "the file is damaged behind line %d: %s".formatted(source.line(), e.getMessage()));
    }
  }

  private void take(Line line) {
    switch (parser.parse(line)) {
      case LineParser.Accepted<T>(var document) -> {
        chunks.add(document);
        accepted++;
      }
      case LineParser.Rejected<T>(var reasons, var text) -> {
        rejectedLines.add(line.number(), reasons, text);
        rejected++;
      }
      case LineParser.Blank<T>() -> {}
    }
  }

  private Checkpoint checkpoint(ImportState state, @Nullable String reason) {
    chunks.send();
    rejectedLines.save();
    Instant now = clock.instant();
    return new Checkpoint(
        start.importId(),
        start.worker(),
        state,
        reason,
        source.line(),
        source.offset(),
        accepted,
        rejected,
        rejectedLines.parts(),
        rejectedLines.lastPartBytes(),
        source.bytesRead(),
        start.startedAt(),
        now,
        state == ImportState.RUNNING ? null : now);
  }
}
