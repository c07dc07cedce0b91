package com.aisle.collect;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code infra/openapi.yaml} says about answers. */
final class ApiSchema {

  private ApiSchema() {}

  /** What is wrong with a JSON answer by this route, empty when nothing is. */
  static List<Error> violations(String path, String method, int status, JsonNode body) {
    JsonNode api = load();
    JsonNode answer =
        api.path("paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(Integer.toString(status))
            .at("/content/application~1json/schema");
    if (answer.isMissingNode()) {
      throw new AssertionError("%s %s is not said to answer %d".formatted(method, path, status));
    }
    ObjectNode root = Collection.JSON.createObjectNode();
    root.set("allOf", Collection.JSON.createArrayNode().add(answer));
    root.set("components", api.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(root)
        .validate(body);
  }

  private static JsonNode load() {
    try (Reader yaml = Files.newBufferedReader(Path.of("../../infra/openapi.yaml"))) {
      return Collection.JSON.valueToTree(new Yaml().load(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
