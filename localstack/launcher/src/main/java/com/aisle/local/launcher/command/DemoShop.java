package com.aisle.local.launcher.command;

import com.aisle.local.launcher.importing.ProductFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What localstack/demo/shop.json says.
 *
 * @param products files in the order of loading
 * @param orders file of the orders of a year
 * @param searches parameters of searches that show something
 */
record DemoShop(List<Path> products, Path orders, List<Map<String, String>> searches) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static DemoShop read(Path folder) {
    try {
      JsonNode shop = JSON.readTree(Files.readString(folder.resolve("shop.json")));
      return new DemoShop(
          shop.path("products").valueStream().map(name -> folder.resolve(name.asString())).toList(),
          folder.resolve(shop.path("orders").asString()),
          shop.path("searches").valueStream().map(DemoShop::parameters).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Titles of all products, in every language. */
  List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Path file : products) {
      try (BufferedReader reader = ProductFile.open(file)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          JSON.readTree(line)
              .path("title")
              .valueStream()
              .map(JsonNode::asString)
              .forEach(titles::add);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return titles;
  }

  private static Map<String, String> parameters(JsonNode search) {
    return search.properties().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().asString()));
  }
}
