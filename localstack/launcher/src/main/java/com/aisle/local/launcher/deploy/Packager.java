package com.aisle.local.launcher.deploy;

import com.aisle.local.launcher.LauncherException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replaces the local paths in a template by places in the artifacts bucket, as {@code sam package}
 * does: a function's folder by the package that Maven built of it, a nested template by its own
 * packaged form.
 */
final class Packager {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Artifacts artifacts;
  private final URI endpoint;

  Packager(Artifacts artifacts, URI endpoint) {
    this.artifacts = artifacts;
    this.endpoint = endpoint;
  }

  /** The packaged template. */
  Map<String, Object> packaged(Path file) {
    Map<String, Object> template = new LinkedHashMap<>(TemplateReader.read(file));
    Path folder = file.toAbsolutePath().normalize().getParent();
    Map<String, Object> resources = new LinkedHashMap<>();
    section(template, "Resources")
        .forEach((id, resource) -> resources.put(id, resource(id, mapOf(resource), folder)));
    template.put("Resources", resources);
    return template;
  }

  private Map<String, Object> resource(
      String id, Map<String, Object> resource, @Nullable Path folder) {
    Path base = folder == null ? Path.of("") : folder;
    return switch (String.valueOf(resource.get("Type"))) {
      case "AWS::Serverless::Function" ->
          with(resource, "CodeUri", path -> code(id, base.resolve(path)));
      case "AWS::CloudFormation::Stack" ->
          with(resource, "TemplateURL", path -> nested(base.resolve(path)));
      case "AWS::Serverless::Application" ->
          with(resource, "Location", path -> nested(base.resolve(path)));
      default -> resource;
    };
  }

  private interface Replacement {
    Object of(String path);
  }

  private static Map<String, Object> with(
      Map<String, Object> resource, String property, Replacement replacement) {
    Map<String, Object> properties = section(resource, "Properties");
    if (!(properties.get(property) instanceof String path) || path.contains("://")) {
      return resource;
    }
    Map<String, Object> changed = new LinkedHashMap<>(properties);
    changed.put(property, replacement.of(path));
    Map<String, Object> result = new LinkedHashMap<>(resource);
    result.put("Properties", changed);
    return result;
  }

  private Map<String, Object> code(String id, Path path) {
    Path file = Files.isDirectory(path) ? path.resolve("target/function.zip") : path;
    if (!Files.isRegularFile(file)) {
      throw new LauncherException(
          "the package of %s is missing: %s. Run: mvn -q package -DskipTests".formatted(id, file));
    }
    return Map.of("Bucket", Artifacts.BUCKET, "Key", artifacts.upload(file));
  }

  private String nested(Path file) {
    String key = artifacts.upload(JSON.writeValueAsString(packaged(file)));
    return "%s/%s/%s".formatted(endpoint, Artifacts.BUCKET, key);
  }

  /** The map under {@code name}, empty if there is none. */
  static Map<String, Object> section(Map<String, Object> template, String name) {
    return mapOf(template.getOrDefault(name, Map.of()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapOf(Object value) {
    return (Map<String, Object>) value;
  }
}
