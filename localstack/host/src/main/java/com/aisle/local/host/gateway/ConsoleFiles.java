package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The web pages of the checkout's folder {@code console/} at {@code /console/}, with the headers
 * that CloudFront gives them in AWS (infra/console.yaml). Files are read at each request, so that
 * an edit shows at the next one.
 */
final class ConsoleFiles {
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; "
          + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  private static final String ROOT = "/console/";
  private static final String ALLOWED = "GET, HEAD";
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  /** A library under its version never changes. */
  private static final Pattern VERSIONED = Pattern.compile("vendor/[^/]+@[^/]+/.+");

  /** What lies in the folder for building and testing it, and is no page. */
  private static final Set<String> NOT_SERVED = Set.of("src", "target", "pom.xml");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  private final Path folder;

  /**
   * Files of a folder.
   *
   * @param folder may be missing, or come later
   */
  ConsoleFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The answer to a request for a page; empty when it asks for something else. */
  Optional<GatewayResponse> answer(GatewayRequest request) {
    String path = request.rawPath();
    boolean page = path.startsWith(ROOT);
    boolean entrance = path.equals("/") || path.equals("/console");
    if (!(page || entrance) || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    if (!ALLOWED.contains(request.method())) {
      return Optional.of(
          problem(405, "Method not allowed", Map.of("allow", List.of(ALLOWED)), path));
    }
    return Optional.of(entrance ? toTheConsole() : file(request));
  }

  private static GatewayResponse toTheConsole() {
    return new GatewayResponse(
        302, Map.of("location", List.of(ROOT), "cache-control", List.of("no-cache")), new byte[0]);
  }

  private GatewayResponse file(GatewayRequest request) {
    String name = Percent.decodePath(request.rawPath().substring(ROOT.length()));
    if (name.isEmpty() || name.endsWith("/")) {
      name += "index.html";
    }
    try {
      Optional<Path> found = find(name);
      return found.isPresent() ? found(request, name, found.get()) : missing(request);
    } catch (IOException e) { // it has gone since it was found
      return missing(request);
    }
  }

  private Optional<Path> find(String name) throws IOException {
    Path file;
    try {
      file = folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (!file.startsWith(folder) || !isServed(folder.relativize(file))) {
      return Optional.empty();
    }
    // A link must not lead out of the folder either.
    boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
    return inside ? Optional.of(file) : Optional.empty();
  }

  private static boolean isServed(Path relative) {
    if (NOT_SERVED.contains(relative.getName(0).toString())) {
      return false;
    }
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static GatewayResponse found(GatewayRequest request, String name, Path file)
      throws IOException {
    byte[] content = Files.readAllBytes(file);
    String tag = '"' + checksum(content) + '"';
    Map<String, List<String>> headers = headers();
    headers.put("etag", List.of(tag));
    headers.put(
        "cache-control", List.of(VERSIONED.matcher(name).matches() ? IMMUTABLE : "no-cache"));
    if (matches(request.header("if-none-match"), tag)) {
      return new GatewayResponse(304, headers, new byte[0]);
    }
    headers.put("content-type", List.of(type(name)));
    if (request.method().equals("HEAD")) {
      headers.put("content-length", List.of(Integer.toString(content.length)));
    }
    return new GatewayResponse(200, headers, content);
  }

  private static Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-security-policy", List.of(CONTENT_SECURITY_POLICY));
    headers.put("x-content-type-options", List.of("nosniff"));
    headers.put("referrer-policy", List.of("strict-origin-when-cross-origin"));
    return headers;
  }

  /** If-None-Match compares weakly (RFC 9110, section 13.1.2). */
  private static boolean matches(String ifNoneMatch, String tag) {
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  private static String type(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private static GatewayResponse missing(GatewayRequest request) {
    return problem(404, "Not found", Map.of(), request.rawPath());
  }

  private static GatewayResponse problem(
      int status, String title, Map<String, List<String>> moreHeaders, String path) {
    Map<String, List<String>> headers = headers();
    headers.putAll(moreHeaders);
    headers.put("content-type", List.of("application/problem+json; charset=utf-8"));
    headers.put("cache-control", List.of("no-cache"));
    // The path is still encoded: it holds no quote, no backslash and no control character.
    String body =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"instance\":\"%s\"}"
            .formatted(title, status, path);
    return new GatewayResponse(status, headers, body.getBytes(UTF_8));
  }

  private static String checksum(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
