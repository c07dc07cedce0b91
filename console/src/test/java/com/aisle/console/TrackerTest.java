package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TrackerTest {

  /** Every page of every shop loads it. */
  @Test
  void tracker_isLessThan3Kilobytes() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(Path.of("tracker.js")));
    }
    assertThat(packed.size()).isLessThan(3_000);
  }
}
