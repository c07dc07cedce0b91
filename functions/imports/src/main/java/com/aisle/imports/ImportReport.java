package com.aisle.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about an import.
 *
 * @param lines accepted and rejected ones; blank lines do not count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
    String file,
    ImportState state,
    @Nullable String reason,
    long lines,
    long accepted,
    long rejected,
    long bytesRead,
    long bytesTotal,
    Instant startedAt,
    Instant updatedAt,
    @Nullable Instant finishedAt,
    List<String> rejectedFiles) {

  static ImportReport of(ImportFile file, Checkpoint checkpoint) {
    return new ImportReport(
        file.key(),
        checkpoint.state(),
        checkpoint.reason(),
        checkpoint.accepted() + checkpoint.rejected(),
        checkpoint.accepted(),
        checkpoint.rejected(),
        checkpoint.bytesRead(),
        file.size(),
        checkpoint.startedAt(),
        checkpoint.updatedAt(),
        checkpoint.finishedAt(),
        IntStream.rangeClosed(1, checkpoint.rejectedParts())
            .mapToObj(part -> RejectedLines.key(file, part))
            .toList());
  }
}
