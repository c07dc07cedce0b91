package com.aisle.textindex;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import com.aisle.storage.testing.InMemoryObjectStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures relevance on icecat's judged queries, through the public types alone.
 *
 * <p>Needs the folder of products.jsonl.gz, queries.tsv and qrels.tsv as system property {@code
 * aisle.icecat}; and, for meaning, the vectors of products and queries (count, dimension, then the
 * floats, all big-endian) as {@code aisle.vectors.products} and {@code aisle.vectors.queries}.
 */
final class RelevanceEvaluation {

  private static final int NEAREST = Integer.getInteger("aisle.nearest", 200);
  private static final double FLOOR = Double.parseDouble(System.getProperty("aisle.floor", ".45"));

  private final List<Product> products = new ArrayList<>();
  private final Map<String, String> queries = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> grades = new HashMap<>();

  static void main() throws IOException {
    String folder = System.getProperty("aisle.icecat");
    if (folder == null) {
      System.out.println("Skipped: no -Daisle.icecat=FOLDER was given.");
      return;
    }
    RelevanceEvaluation evaluation = new RelevanceEvaluation();
    evaluation.load(Path.of(folder));
    evaluation.run();
  }

  private void load(Path folder) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("products.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      JsonMapper mapper = JsonMapper.builder().build();
      lines.lines().map(mapper::readTree).map(RelevanceEvaluation::product).forEach(products::add);
    }
    Files.readAllLines(folder.resolve("queries.tsv"))
        .forEach(line -> queries.put(line.split("\t")[0], line.split("\t")[1]));
    for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
      String[] cells = line.split("\t");
      grades
          .computeIfAbsent(cells[0], k -> new HashMap<>())
          .put(cells[2], Integer.valueOf(cells[3]));
    }
    var known = products.stream().map(Product::id).collect(java.util.stream.Collectors.toSet());
    grades.values().forEach(judged -> judged.keySet().retainAll(known));
  }

  private static Product product(JsonNode json) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    json.get("attributes")
        .properties()
        .forEach(
            attribute -> {
              JsonNode value = attribute.getValue();
              attributes.put(
                  attribute.getKey(),
                  value.isBoolean()
                      ? new AttributeValue.Flag(value.booleanValue())
                      : value.isNumber()
                          ? new AttributeValue.Measure(value.decimalValue())
                          : new AttributeValue.Text(List.of(value.asString())));
            });
    JsonNode type = json.get("attributes").path("product type");
    return new Product(
        json.get("id").asString(),
        json.get("sku").asString(),
        null,
        Map.of(CatalogLocale.ENGLISH, json.get("title").asString()),
        Map.of(CatalogLocale.ENGLISH, json.get("description").asString()),
        json.get("brand").asString(),
        type.isString() && Boolean.getBoolean("aisle.category")
            ? List.of(type.asString())
            : List.of(),
        new Money(
            BigDecimal.valueOf(json.get("priceCents").longValue(), 2), Currency.getInstance("EUR")),
        1,
        attributes,
        null,
        Instant.parse(json.get("released").asString()),
        false);
  }

  private void run() throws IOException {
    InMemoryObjectStore store = new InMemoryObjectStore();
    Path folder = Files.createTempDirectory("relevance");
    MirrorConfig config = new MirrorConfig(Duration.ofHours(1), Duration.ofHours(1));
    try (CatalogWriter writer =
            CatalogWriter.open(
                store,
                "index/",
                folder.resolve("writer"),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
        IndexMirror mirror =
            new IndexMirror(store, "index/", folder.resolve("mirror"), Clock.systemUTC(), config)) {
      writer.apply(products);
      writer.publish();
      System.out.printf(
          "%d products, %d bytes%n",
          products.size(), store.list("index/files/").mapToLong(file -> file.size()).sum());
      mirror.read(
          searcher -> {
            measure(searcher);
            return "";
          });
    }
  }

  private void measure(CatalogSearcher searcher) {
    show("words", query -> searcher.search(page(query)));
    if (System.getProperty("aisle.vectors.products") == null) {
      System.out.println("Skipped: meaning, as no -Daisle.vectors.products=FILE was given.");
      return;
    }
    Map<String, List<MeaningHit>> near = nearest();
    for (double weight : new double[] {.5, .55, .6}) {
      show(
          "words + meaning " + weight,
          query -> searcher.search(page(query), new Meaning(near.get(query), weight, FLOOR)));
    }
    speed("plain", query -> searcher.search(TextQuery.of(queries.get(query))));
    com.aisle.catalog.filter.FilterField[] facets =
        java.util.stream.Stream.of(
                "brand",
                "attributes.product colour",
                "attributes.type",
                "attributes.form factor",
                "attributes.material")
            .map(name -> com.aisle.catalog.filter.FilterField.named(name).orElseThrow())
            .toArray(com.aisle.catalog.filter.FilterField[]::new);
    TextQuery.of("").withFacets(facets);
    speed(
        "5 facets, highlight",
        query ->
            searcher.search(TextQuery.of(queries.get(query)).withFacets(facets).withHighlight()));
    speed(
        "5 facets, highlight, size 0",
        query ->
            searcher.search(TextQuery.of(queries.get(query)).withFacets(facets).withPage(0, 0)));
    speed(
        "5 facets, highlight, meaning 200",
        query ->
            searcher.search(
                TextQuery.of(queries.get(query)).withFacets(facets).withHighlight(),
                new Meaning(near.get(query), .5, FLOOR)));
  }

  private void speed(String name, Function<String, SearchResult> search) {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    List<Long> times = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      for (String query : queries.keySet()) {
        long start = threads.getCurrentThreadCpuTime();
        search.apply(query);
        if (round >= 6) {
          times.add(threads.getCurrentThreadCpuTime() - start);
        }
      }
    }
    times.sort(Comparator.naturalOrder());
    System.out.printf(
        "%-36s CPU ms p50 %.2f p99 %.2f%n",
        name, times.get(times.size() / 2) / 1e6, times.get(times.size() * 99 / 100) / 1e6);
  }

  private TextQuery page(String query) {
    return TextQuery.of(queries.get(query)).withPage(0, 250);
  }

  private void show(String name, Function<String, SearchResult> search) {
    double plain = 0;
    double judgedOnly = 0;
    double judged = 0;
    int used = 0;
    int none = 0;
    for (String query : queries.keySet()) {
      Map<String, Integer> grade = grades.getOrDefault(query, Map.of());
      if (grade.values().stream().noneMatch(g -> g >= 2)) {
        continue;
      }
      used++;
      List<String> ranking =
          search.apply(query).hits().stream().map(hit -> hit.product().id()).toList();
      none += ranking.isEmpty() ? 1 : 0;
      double ideal = gain(grade.values().stream().sorted(Comparator.reverseOrder()).toList());
      plain += gain(ranking.stream().map(id -> grade.getOrDefault(id, 0)).toList()) / ideal;
      judgedOnly +=
          gain(ranking.stream().filter(grade::containsKey).map(grade::get).toList()) / ideal;
      judged += ranking.stream().limit(10).filter(grade::containsKey).count() / 10d;
    }
    System.out.printf(
        "%-36s NDCG@10 plain %.4f judged-only %.4f; judged in top 10 %.2f; %d queries, %d empty%n",
        name, plain / used, judgedOnly / used, judged / used, used, none);
  }

  private static double gain(List<Integer> ranked) {
    return IntStream.range(0, Math.min(10, ranked.size()))
        .mapToDouble(i -> ((1 << ranked.get(i)) - 1) / (Math.log(i + 2) / Math.log(2)))
        .sum();
  }

  private Map<String, List<MeaningHit>> nearest() {
    float[][] productVectors = vectors("aisle.vectors.products");
    float[][] queryVectors = vectors("aisle.vectors.queries");
    Map<String, List<MeaningHit>> nearest = new HashMap<>();
    int row = 0;
    for (String query : queries.keySet()) {
      float[] vector = queryVectors[row++];
      nearest.put(
          query,
          IntStream.range(0, products.size())
              .mapToObj(i -> new MeaningHit(products.get(i).id(), dot(vector, productVectors[i])))
              .sorted(Comparator.comparing(MeaningHit::score).reversed())
              .limit(NEAREST)
              .toList());
    }
    return nearest;
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static float[][] vectors(String property) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Path.of(System.getProperty(property))));
      float[][] vectors = new float[bytes.getInt()][bytes.getInt()];
      for (float[] vector : vectors) {
        bytes.asFloatBuffer().get(vector);
        bytes.position(bytes.position() + vector.length * Float.BYTES);
      }
      return vectors;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
