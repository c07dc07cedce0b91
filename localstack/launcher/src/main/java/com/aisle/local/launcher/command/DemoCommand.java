package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.LoadedPast;
import com.aisle.local.launcher.fetch.Checksum;
import com.aisle.local.launcher.importing.ImportResult;
import com.aisle.local.launcher.importing.Importer;
import com.aisle.local.launcher.importing.ProductFile;
import com.aisle.local.launcher.importing.ShopSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code ./aisle demo}. */
@Command(
    name = "demo",
    description =
        "Builds, starts, deploys, loads the demo shop and its past, shows a search and the figures. Leaves all running.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  @Override
  public Integer call() throws IOException {
    Workspace workspace = Workspace.current();
    CloudState state = upToDate(workspace);
    DemoShop shop = DemoShop.read(workspace.checkout().resolve("localstack/demo"));
    load(workspace, state, shop);
    System.out.println(Texts.addresses(state));
    System.out.println(Figures.text(state));
    try (ShopSearch search = new ShopSearch(state.addresses().gateway())) {
      for (Map<String, String> parameters : shop.searches()) {
        show(parameters, search.search(parameters));
      }
    }
    return 0;
  }

  /** The running cloud, whose reports say that they show a demo. */
  private static CloudState upToDate(Workspace workspace) {
    boolean wasUp = workspace.cloud().state().isPresent();
    boolean isNew = new LoadedPast(workspace.home()).announce();
    CloudState state = Cloud.upToDate(workspace);
    if (wasUp && isNew) {
      Cloud.redeploy(workspace, state, Map.of());
    }
    return state;
  }

  /** The past goes in beside the products: the one asks the warehouse, the others the models. */
  private static void load(Workspace workspace, CloudState state, DemoShop shop)
      throws IOException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waking = executor.submit(() -> Figures.wake(workspace, state));
      Future<?> past = executor.submit(new PastOfDemo(workspace, state, shop.orders()));
      for (Path file : shop.products()) {
        load(workspace, state, file);
      }
      past.get();
      waking.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
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
