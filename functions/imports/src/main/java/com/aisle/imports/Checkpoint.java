package com.aisle.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a file is done: everything before it has been passed on or kept as rejected, and
 * nothing behind it is counted.
 *
 * @param worker who wrote it
 * @param reason why it failed; null unless it did
 * @param line lines read, blank ones too
 * @param offset bytes read, before compression
 * @param rejectedParts files of rejected lines
 * @param lastPartBytes of the last of these files, how much counts
 * @param bytesRead of the file as it is stored
 * @param finishedAt null while it runs
 */
record Checkpoint(
    String importId,
    String worker,
    ImportState state,
    @Nullable String reason,
    long line,
    long offset,
    long accepted,
    long rejected,
    int rejectedParts,
    int lastPartBytes,
    long bytesRead,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant finishedAt) {

  static Checkpoint start(String importId, String worker, Instant now) {
    return new Checkpoint(
        importId, worker, ImportState.RUNNING, null, 0, 0, 0, 0, 0, 0, 0, now, now, null);
  }

  Checkpoint takenOverBy(String newWorker) {
    return new Checkpoint(
        importId,
        newWorker,
        state,
        reason,
        line,
        offset,
        accepted,
        rejected,
        rejectedParts,
        lastPartBytes,
        bytesRead,
        startedAt,
        updatedAt,
        finishedAt);
  }

  Checkpoint failed(String why, Instant now) {
    return new Checkpoint(
        importId,
        worker,
        ImportState.FAILED,
        why,
        line,
        offset,
        accepted,
        rejected,
        rejectedParts,
        lastPartBytes,
        bytesRead,
        startedAt,
        now,
        now);
  }

  boolean isFinal() {
    return state != ImportState.RUNNING;
  }
}
