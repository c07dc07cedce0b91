package com.aisle.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.setup.BenchmarkException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFileTest {

  @Test
  void parse_linesWithAndWithoutLocale_defaultsToEnglish() {
    assertThat(QueryFile.parse(List.of("c0\tphone case", "", "c1\t滑鼠\tzh-Hant"), "file"))
        .containsExactly(
            new SearchQuery("c0", "phone case", "en"), new SearchQuery("c1", "滑鼠", "zh-Hant"));
  }

  @Test
  void parse_lineWithoutTab_isRefusedWithItsNumber() {
    assertThatThrownBy(() -> QueryFile.parse(List.of("c0\tphone", "laptop"), "my.tsv"))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("my.tsv, line 2")
        .hasMessageContaining("'laptop'");
  }

  @Test
  void parse_noLines_isRefused() {
    assertThatThrownBy(() -> QueryFile.parse(List.of(), "my.tsv"))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("no queries in my.tsv");
  }

  @Test
  void read_missingFile_isRefused() {
    assertThatThrownBy(() -> QueryFile.read(Path.of("no such file")))
        .isInstanceOf(BenchmarkException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void ofDemoShop_hasSixtyQueriesInBothLanguages() {
    List<SearchQuery> queries = QueryFile.ofDemoShop();

    assertThat(queries).hasSize(60);
    assertThat(queries).extracting(SearchQuery::id).doesNotHaveDuplicates();
    assertThat(queries).extracting(SearchQuery::locale).contains("en", "zh-Hant");
  }
}
