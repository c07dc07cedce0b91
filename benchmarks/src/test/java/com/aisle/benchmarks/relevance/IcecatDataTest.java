package com.aisle.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcecatDataTest {

  @Test
  void read_collection_scoresQueriesWithARelevantProduct(@TempDir Path folder) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("products.jsonl.gz")))) {
      out.write("{\"id\":\"1\"}\n{\"id\":\"2\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(folder.resolve("queries.tsv"), "c0\tlaptop\nc1\tmouse\nc2\tphone\n");
    Files.writeString(
        folder.resolve("qrels.tsv"), "c0\t0\t1\t3\nc0\t0\t9\t2\nc1\t0\t2\t1\nc2\t0\t9\t3\n");

    IcecatData data = IcecatData.read(folder);

    assertThat(data.products()).containsExactlyInAnyOrder("1", "2");
    assertThat(data.queries()).hasSize(3);
    // c1 has nothing above "somewhat", the only relevant product of c2 is not in the collection.
    assertThat(data.scored()).containsExactly(new SearchQuery("c0", "laptop", "en"));
    assertThat(data.gradesOf(data.scored().getFirst())).isEqualTo(Map.of("1", 3));
  }

  @Test
  void read_folderWithoutFiles_isRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> IcecatData.read(empty))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("products.jsonl.gz");
  }

  @Test
  void grades_lineOfAnotherForm_isRefused() {
    assertThatThrownBy(() -> IcecatData.grades(List.of("c0\t0\t1\t4"), Set.of("1")))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("c0\t0\t1\t4");
  }
}
