package com.aisle.benchmarks.relevance;

import com.aisle.benchmarks.api.QueryFile;
import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.setup.BenchmarkException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The icecat test collection.
 *
 * @param products ids of all products
 * @param queries in the order of the file
 * @param grades by query id, then product id: 0 irrelevant to 3 exactly what was wanted; of
 *     products that are in the collection
 */
record IcecatData(
    Set<String> products, List<SearchQuery> queries, Map<String, Map<String, Integer>> grades) {

  private static final int RELEVANT = 2;

  /**
   * Reads products.jsonl.gz, queries.tsv and qrels.tsv.
   *
   * @throws BenchmarkException when one is missing or has a line of another form
   */
  static IcecatData read(Path folder) {
    try {
      Set<String> products = products(folder.resolve("products.jsonl.gz"));
      return new IcecatData(
          products,
          QueryFile.read(folder.resolve("queries.tsv")),
          grades(Files.readAllLines(folder.resolve("qrels.tsv")), products));
    } catch (IOException e) {
      throw new BenchmarkException("Cannot read the icecat data: " + e, e);
    }
  }

  /** Queries for which at least one product was judged relevant: only these can be scored. */
  List<SearchQuery> scored() {
    return queries.stream()
        .filter(query -> gradesOf(query).values().stream().anyMatch(grade -> grade >= RELEVANT))
        .toList();
  }

  Map<String, Integer> gradesOf(SearchQuery query) {
    return grades.getOrDefault(query.id(), Map.of());
  }

  private static Set<String> products(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Set<String> ids = new HashSet<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ids.add(mapper.readTree(line).required("id").stringValue());
      }
    }
    return ids;
  }

  /** Lines of query id, 0, product id and grade between tabs, as TREC has them. */
  static Map<String, Map<String, Integer>> grades(List<String> lines, Set<String> products) {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 4 || !columns[3].matches("[0-3]")) {
        throw new BenchmarkException(
            "qrels.tsv: expected query, 0, product, grade 0 to 3 between tabs, found '%s'."
                .formatted(line));
      }
      if (products.contains(columns[2])) {
        grades
            .computeIfAbsent(columns[0], query -> new HashMap<>())
            .put(columns[2], Integer.valueOf(columns[3]));
      }
    }
    return grades;
  }
}
