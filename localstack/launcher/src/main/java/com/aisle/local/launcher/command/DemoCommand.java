package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.LoadedPast;
import com.aisle.local.launcher.Poll;
import com.aisle.local.launcher.fetch.Checksum;
import com.aisle.local.launcher.importing.ImportResult;
import com.aisle.local.launcher.importing.Importer;
import com.aisle.local.launcher.importing.ProductFile;
import com.aisle.local.launcher.importing.ShopSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./aisle demo}. */
@Command(
    name = "demo",
    description =
        "Builds, starts, deploys, loads the demo shop, shows a search, loads the past, shows the figures. Leaves all running.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int SHOWN = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public Integer call() throws IOException {
    Workspace workspace = Workspace.current();
    CloudState state = upToDate(workspace);
    DemoShop shop = DemoShop.read(workspace.checkout().resolve("localstack/demo"));
    for (Path file : shop.products()) {
      load(workspace, state, file);
    }
    System.out.println(Texts.addresses(state));
    try (ShopSearch search = new ShopSearch(state.addresses().gateway())) {
      for (Map<String, String> parameters : shop.searches()) {
        show(parameters, complete(search, parameters));
      }
    }
    // After the first answer: nobody who waits for a search should wait for a year of orders.
    loadPast(workspace, state, shop);
    System.out.println(Figures.text(state));
    return 0;
  }

  /** The running cloud, whose reports say that they show a demo. */
  private static CloudState upToDate(Workspace workspace) {
    boolean isNew = new LoadedPast(workspace.home()).announce();
    return Cloud.upToDate(workspace, isNew);
  }

  private static void loadPast(Workspace workspace, CloudState state, DemoShop shop)
      throws IOException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      executor.execute(() -> Figures.wake(workspace, state));
      new PastOfDemo(workspace, state, shop.orders()).load();
    }
  }

  /** Imports a file unless exactly this one is in the bucket's index already. */
  private static void load(Workspace workspace, CloudState state, Path file) throws IOException {
    Path marker = workspace.home().run().resolve("loaded-" + file.getFileName());
    String content = Checksum.of(file);
    if (Files.exists(marker) && Files.readString(marker).equals(content)) {
      return;
    }
    Importer importer = ImportCommand.importer(workspace, state);
    ImportResult result = importer.run(new ProductFile(file, null));
    workspace.progress().report("demo", file.getFileName() + ": " + result.text());
    if (result.lost() > 0) {
      throw new LauncherException(
          "%d products of %s are not searchable. Look at: ./aisle logs catalog"
              .formatted(result.lost(), file));
    }
    Files.writeString(marker, content);
  }

  /** With what is found by meaning: a process that has just started answers from words alone. */
  private static JsonNode complete(ShopSearch search, Map<String, String> parameters) {
    Poll.until(() -> search.search(parameters).path("degraded").isEmpty(), PAUSE, PATIENCE);
    return search.search(parameters);
  }

  private static void show(Map<String, String> parameters, JsonNode answer) {
    System.out.printf(
        Locale.ROOT,
        "%nsearch \"%s\": %d products, %.1f ms%n",
        parameters.getOrDefault("q", ""),
        answer.path("total").asLong(),
        answer.path("took").asDouble());
    answer
        .path("hits")
        .valueStream()
        .limit(SHOWN)
        .forEach(hit -> System.out.println("  " + line(hit)));
  }

  private static String line(JsonNode hit) {
    JsonNode price = hit.path("price");
    String amount =
        price.isObject()
            ? price.path("amount").asString() + " " + price.path("currency").asString()
            : "";
    JsonNode title = hit.path("title");
    String text =
        title.isObject()
            ? title.valueStream().findFirst().map(JsonNode::asString).orElse("")
            : title.asString("");
    return "%-60s %s".formatted(text, amount);
  }
}
