package com.aisle.benchmarks.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path root;

  @Test
  void find_folderBesideTheCheckout_isFoundFromAnyFolderBelow() throws IOException {
    Path data = Files.createDirectories(root.resolve("shared/data/fruit"));
    Path start = Files.createDirectories(root.resolve("checkout/benchmarks"));

    assertThat(DataFolder.find("fruit", null, start)).contains(data);
  }

  @Test
  void find_nowhere_isEmpty() {
    assertThat(DataFolder.find("no such data set", null, root)).isEmpty();
  }

  @Test
  void find_givenFolder_isTakenAsItIs() throws IOException {
    Path data = Files.createDirectories(root.resolve("elsewhere/fruit"));

    assertThat(DataFolder.find("fruit", root.resolve("elsewhere"), root)).contains(data);
  }

  @Test
  void find_givenFolderWithoutIt_isRefused() {
    assertThatThrownBy(() -> DataFolder.find("fruit", root, root))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining(root.resolve("fruit").toString());
  }
}
