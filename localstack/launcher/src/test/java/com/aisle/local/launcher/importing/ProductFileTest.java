package com.aisle.local.launcher.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductFileTest {
  @TempDir private Path folder;

  @Test
  void searchableIds_leavesOutRejectedDeletedAndBrokenLines() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("p.jsonl"),
            """
            {"id":"a"}
            {"id":"b"}
            no json
            {"id":"a","price":1}
            {"id":"c","deleted":true}
            {"id":"d"}
            """);

    assertThat(new ProductFile(file, null).searchableIds(Set.of(2L))).containsExactly("a", "d");
  }

  @Test
  void searchableIds_followTheMapping() throws Exception {
    Path file = Files.writeString(folder.resolve("p.jsonl"), "{\"article\":{\"number\":7}}\n");
    Path mapping =
        Files.writeString(
            folder.resolve("m.json"),
            "{\"fields\":{\"/id\":{\"from\":\"/article/number\",\"as\":\"text\"}}}");

    assertThat(new ProductFile(file, mapping).searchableIds(Set.of())).containsExactly("7");
  }

  @Test
  void otherKindOfFile_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("p.csv"), "");

    assertThatThrownBy(() -> new ProductFile(file, null))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("p.csv must end in .jsonl or .jsonl.gz");
  }
}
