package com.aisle.benchmarks.relevance;

import com.aisle.benchmarks.api.SearchAnswer;
import com.aisle.benchmarks.api.SearchQuery;
import com.aisle.benchmarks.api.ShopApi;
import com.aisle.benchmarks.report.Bar;
import com.aisle.benchmarks.setup.BenchmarkException;
import com.aisle.benchmarks.setup.DataFolder;
import com.aisle.benchmarks.setup.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval icecat}. */
@Command(
    name = "icecat",
    description = "Measures relevance by the judgements of the icecat collection, NDCG@10.",
    mixinStandardHelpOptions = true)
public final class IcecatCommand implements Callable<Integer> {
  /** The most hits that the API gives at once: judged products stand far down, too. */
  private static final int SIZE = 250;

  private static final double PLAIN_BAR = .77;
  private static final double JUDGED_ONLY_BAR = .89;

  private final PrintStream out = System.out;

  @Mixin private final Endpoints endpoints = new Endpoints();

  @Option(
      names = "--data",
      description =
          "Folder of the data sets (default: shared/data beside this folder or above it).")
  private @Nullable Path data;

  @Option(names = "--per-query", description = "Also prints a line for each query.")
  private boolean perQuery;

  private int degraded;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder =
        DataFolder.find("icecat", data, Path.of(""))
            .orElseThrow(
                () ->
                    new BenchmarkException(
                        "There is no icecat data in shared/data beside this folder or above it:"
                            + " name its parent folder with --data."));
    ShopApi api = new ShopApi(endpoints.api());
    long products = api.products();
    IcecatData icecat = IcecatData.read(folder);
    out.printf(
        "icecat: %d products, %d queries, %d of them with a relevant product%n",
        icecat.products().size(), icecat.queries().size(), icecat.scored().size());
    out.printf(
        "index: %d products; of the first %d hits, those of other collections are left out%n",
        products, SIZE);
    List<QueryScore> scores = new ArrayList<>();
    for (SearchQuery query : icecat.scored()) {
      scores.add(QueryScore.of(query, ranking(api, query, icecat), icecat.gradesOf(query)));
    }
    print(scores);
    return 0;
  }

  private List<String> ranking(ShopApi api, SearchQuery query, IcecatData icecat)
      throws IOException, InterruptedException {
    SearchAnswer answer = api.search(query, SIZE);
    if (!answer.degraded().isEmpty()) {
      degraded++;
    }
    return answer.ids().stream().filter(icecat.products()::contains).toList();
  }

  private void print(List<QueryScore> scores) {
    if (perQuery) {
      out.printf("%7s %12s %13s  query%n", "plain", "judged-only", "judged in 10");
      scores.forEach(this::print);
    }
    double plain = mean(scores, QueryScore::plain);
    double judgedOnly = mean(scores, QueryScore::judgedOnly);
    line("NDCG@10, plain (unjudged counts as irrelevant)", "%.4f", plain);
    line("NDCG@10, judged products only", "%.4f", judgedOnly);
    line("judged products in the first ten", "%.1f %%", 100 * mean(scores, s -> s.judgedAt10()));
    line("answers without meaning (degraded)", "%.0f", degraded);
    out.println(Bar.atLeast("NDCG@10 plain", plain, PLAIN_BAR));
    out.println(Bar.atLeast("NDCG@10 judged-only", judgedOnly, JUDGED_ONLY_BAR));
  }

  private void print(QueryScore score) {
    out.printf(
        Locale.ROOT,
        "%7.3f %12.3f %12.0f%%  %s%n",
        score.plain(),
        score.judgedOnly(),
        100 * score.judgedAt10(),
        score.query().text());
  }

  private void line(String name, String format, double value) {
    out.printf("%-48s %s%n", name, String.format(Locale.ROOT, format, value));
  }

  private static double mean(List<QueryScore> scores, ToDoubleFunction<QueryScore> measure) {
    return scores.stream().mapToDouble(measure).average().orElseThrow();
  }
}
