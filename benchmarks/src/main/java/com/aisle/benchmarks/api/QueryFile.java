package com.aisle.benchmarks.api;

import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Queries in a file, one a line: id, text and, if it is not English, locale, between tabs. */
public final class QueryFile {
  private static final String DEMO = "demo-queries.tsv";
  private static final String ENGLISH = "en";

  private QueryFile() {}

  /**
   * The queries of a file, in its order.
   *
   * @throws BenchmarkException when it cannot be read, holds none or has a line of another form
   */
  public static List<SearchQuery> read(Path file) {
    try {
      return parse(Files.readAllLines(file), file.toString());
    } catch (IOException e) {
      throw new BenchmarkException("Cannot read the queries in %s: %s".formatted(file, e), e);
    }
  }

  /** Sixty queries that suit the demo shop, in both languages. */
  public static List<SearchQuery> ofDemoShop() {
    try (InputStream in = QueryFile.class.getResourceAsStream(DEMO)) {
      if (in == null) {
        throw new IllegalStateException("built without " + DEMO);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(reader.lines().toList(), DEMO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SearchQuery> parse(List<String> lines, String file) {
    List<SearchQuery> queries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        queries.add(parse(lines.get(i), file, i + 1));
      }
    }
    if (queries.isEmpty()) {
      throw new BenchmarkException("There are no queries in %s.".formatted(file));
    }
    return List.copyOf(queries);
  }

  private static SearchQuery parse(String line, String file, int number) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 2 || columns.length > 3 || columns[1].isBlank()) {
      throw new BenchmarkException(
          "%s, line %d: expected id, text and perhaps locale between tabs, found '%s'."
              .formatted(file, number, line));
    }
    return new SearchQuery(columns[0], columns[1], columns.length == 3 ? columns[2] : ENGLISH);
  }
}
