package com.aisle.local.launcher.importing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Aisle says about an import, in import-reports/NAME.json.
 *
 * @param state running, complete or failed
 * @param reason why it failed
 * @param rejectedFiles keys of the files that hold the rejected lines
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImportReport(
    String state,
    @Nullable String reason,
    long lines,
    long accepted,
    long rejected,
    long bytesRead,
    long bytesTotal,
    @Nullable String startedAt,
    @Nullable List<String> rejectedFiles) {

  boolean isRunning() {
    return state.equals("running");
  }

  boolean isFailed() {
    return state.equals("failed");
  }

  List<String> rejectedKeys() {
    return rejectedFiles == null ? List.of() : rejectedFiles;
  }
}
