package com.aisle.search;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code infra/openapi.yaml} says about answers. */
final class ApiSchemas {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonNode OPEN_API = load();

  private ApiSchemas() {}

  /** What is wrong with an answer by this route, empty when nothing is. */
  static List<Error> violations(String path, int status, String contentType, JsonNode body) {
    JsonNode response = OPEN_API.path("paths").path(path).path("get").path("responses");
    JsonNode schema = resolved(response.path(Integer.toString(status)));
    String mediaType = contentType.substring(0, contentType.indexOf(';'));
    JsonNode answer = schema.path("content").path(mediaType).path("schema");
    if (answer.isMissingNode()) {
      throw new AssertionError("%s is not said to answer %d %s".formatted(path, status, mediaType));
    }
    ObjectNode root = JSON.createObjectNode();
    root.set("allOf", JSON.createArrayNode().add(answer));
    root.set("components", OPEN_API.path("components"));
    return REGISTRY.getSchema(root).validate(body);
  }

  /** Every method and path that it describes: {@code GET /v1/search}. */
  static Set<String> routes() {
    return OPEN_API.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().propertyNames().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .collect(Collectors.toSet());
  }

  private static JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : OPEN_API.at(reference.substring(1));
  }

  private static JsonNode load() {
    try (Reader yaml = Files.newBufferedReader(Path.of("../../infra/openapi.yaml"))) {
      return JSON.valueToTree(new Yaml().load(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
