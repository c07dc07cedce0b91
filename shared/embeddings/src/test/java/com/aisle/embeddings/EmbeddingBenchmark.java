package com.aisle.embeddings;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints, for each model that comes along: the time to load it, milliseconds a query of about ten
 * tokens, and documents of about 64 tokens a second of CPU time. Run by hand.
 */
final class EmbeddingBenchmark {

  private static final Map<Language, String> WORDS =
      Map.of(
          Language.ENGLISH,
          "wireless optical mouse with two buttons for office laptop black silver charger cotton",
          Language.CHINESE,
          "無線 滑鼠 適合 辦公 筆電 黑色 銀色 充電 純棉 運動 咖啡 廚房 保溫 輕巧");

  private EmbeddingBenchmark() {}

  public static void main(String[] arguments) {
    try (Embedders embedders = Embedders.of(EmbeddingsConfig.from(System.getenv()))) {
      for (Language language : Language.values()) {
        measure(embedders, language);
      }
    }
  }

  private static void measure(Embedders embedders, Language language) {
    long start = System.nanoTime();
    Embedder embedder = embedders.in(language);
    System.out.printf(
        "%s, dimension %d: loaded in %.0f ms%n",
        embedder.model(), embedder.dimension(), (System.nanoTime() - start) / 1e6);
    Random random = new Random(1);
    int words = language == Language.CHINESE ? 31 : 60;
    List<String> documents =
        IntStream.range(0, 640).mapToObj(i -> text(language, words, random)).toList();
    List<String> queries =
        IntStream.range(0, 400).mapToObj(i -> text(language, words / 7, random)).toList();
    embedder.embed(documents.subList(0, 160));
    long cpu = cpu();
    long wall = System.nanoTime();
    embedder.embed(documents);
    System.out.printf(
        "  documents: %.0f a CPU second, %.0f a second%n",
        documents.size() / ((cpu() - cpu) / 1e9),
        documents.size() / ((System.nanoTime() - wall) / 1e9));
    double[] millis = queries.stream().mapToDouble(query -> millis(embedder, query)).toArray();
    Arrays.sort(millis, 200, 400);
    System.out.printf("  query: p50 %.2f ms, p99 %.2f ms%n", millis[300], millis[397]);
  }

  private static double millis(Embedder embedder, String query) {
    long start = System.nanoTime();
    embedder.embedQuery(query);
    return (System.nanoTime() - start) / 1e6;
  }

  private static String text(Language language, int words, Random random) {
    String[] vocabulary = WORDS.get(language).split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(vocabulary[random.nextInt(vocabulary.length)]).append(' ');
    }
    return text.toString();
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
