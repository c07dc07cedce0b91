package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.local.host.FakeEndpoint;
import com.aisle.local.host.endpoint.AwsEndpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The console's pages, asked for over HTTP. No API is deployed beside them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleFilesTest {
  private static final String MODULE = "export const answer = 42;\n";

  private Path checkout;
  private final HttpClient client = HttpClient.newHttpClient();
  private FakeEndpoint endpoint;
  private Gateway gateway;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    checkout = folder;
    write("secret.txt", "outside");
    write("console/index.html", "<!doctype html><title>Aisle</title>");
    write("console/app/api.js", MODULE);
    write("console/app/edited.js", MODULE);
    write("console/vendor/lit-html@3.3.3/lit-html.js", MODULE);
    write("console/vendor/index.js", MODULE);
    write("console/i18n/zh-Hant.json", "{\"title\":\"總覽\"}");
    write("console/pom.xml", "<project/>");
    write("console/src/test/java/Test.java", "class Test {}");
    write("console/.hidden/key.txt", "hidden");
    Files.createSymbolicLink(checkout.resolve("console/link.txt"), checkout.resolve("secret.txt"));
    endpoint = new FakeEndpoint();
    gateway =
        new Gateway(
            0,
            "a15e0001",
            new AwsEndpoint(endpoint.address()),
            new FakeFunctions(),
            Duration.ofSeconds(1),
            Clock.systemUTC(),
            checkout.resolve("console"));
  }

  @AfterAll
  void stop() {
    gateway.close();
    endpoint.close();
  }

  private void write(String name, String content) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "/console/, text/html; charset=utf-8",
    "/console/index.html?range=7d, text/html; charset=utf-8",
    "/console/app/api.js, text/javascript; charset=utf-8",
    "/console/app/%61pi.js, text/javascript; charset=utf-8",
    "/console/i18n/zh-Hant.json, application/json; charset=utf-8"
  })
  void page_isSentWithItsTypeAndAskedForAgain(String path, String type) throws Exception {
    HttpResponse<String> answer = send("GET", path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(type);
    assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
    assertThat(header(answer, "content-security-policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "/console/vendor/lit-html@3.3.3/lit-html.js, 'public, max-age=31536000, immutable'",
    "/console/vendor/lit-html%403.3.3/lit-html.js, 'public, max-age=31536000, immutable'",
    "/console/vendor/index.js, no-cache"
  })
  void library_underItsVersion_isKeptForGood(String path, String caching) throws Exception {
    HttpResponse<String> answer = send("GET", path);

    assertThat(answer.body()).isEqualTo(MODULE);
    assertThat(header(answer, "cache-control")).isEqualTo(caching);
  }

  @Test
  void page_thatTheBrowserHas_isNotSentAgain() throws Exception {
    String tag = header(send("GET", "/console/app/edited.js"), "etag");

    HttpResponse<String> same = send("GET", "/console/app/edited.js", "If-None-Match", tag);
    HttpResponse<String> weak =
        send("GET", "/console/app/edited.js", "If-None-Match", "\"x\", W/" + tag);
    write("console/app/edited.js", "changed");
    HttpResponse<String> changed = send("GET", "/console/app/edited.js", "If-None-Match", tag);

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(header(same, "etag")).isEqualTo(tag);
    assertThat(weak.statusCode()).isEqualTo(304);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo("changed");
  }

  @Test
  void head_hasTheHeadersAlone() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/console/app/api.js");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "content-length")).isEqualTo(Integer.toString(MODULE.length()));
    assertThat(header(answer, "etag")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/console"})
  void entrance_leadsToTheConsole(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "location")).isEqualTo("/console/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/no-page.html",
        "/console/app",
        "/console/app/",
        "/console/pom.xml",
        "/console/src/test/java/Test.java",
        "/console/.hidden/key.txt",
        "/console/link.txt",
        "/console/../secret.txt",
        "/console/%2e%2e/secret.txt",
        "/console/app/..%2f..%2fsecret.txt",
        "/console/%2Fsecret.txt",
        "/console/a%00b",
      })
  void everythingElse_isAProblem(String path) throws Exception {
    // Written by hand: a client would tidy the path up.
    String answer = raw("GET " + path + " HTTP/1.1");

    assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain("outside");
    String body = answer.substring(answer.indexOf("\r\n\r\n"));
    assertThat(JsonMapper.shared().readTree(body.strip()).path("status").asInt()).isEqualTo(404);
    assertThat(answer.toLowerCase(java.util.Locale.ROOT))
        .contains("content-type: application/problem+json");
  }

  @Test
  void pages_areReadOnly() throws Exception {
    HttpResponse<String> answer = send("DELETE", "/console/index.html");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
    assertThat(checkout.resolve("console/index.html")).exists();
  }

  @Test
  void api_isNotTheConsolesBusiness() throws Exception {
    assertThat(send("GET", "/v1/search").statusCode()).isNotIn(200, 302);
    assertThat(send("GET", "/consoles/index.html").body()).doesNotContain("Aisle");
  }

  @Test
  void policy_isThatOfCloudFront() throws IOException {
    String template = Files.readString(Path.of("../../infra/console.yaml"));

    assertThat(template).contains("\"" + ConsoleFiles.CONTENT_SECURITY_POLICY + "\"");
  }

  private String raw(String requestLine) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), UTF_8);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      out.write(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      out.flush();
      StringBuilder answer = new StringBuilder();
      for (int next = in.read(); next != -1; next = in.read()) {
        answer.append((char) next);
      }
      return answer.toString();
    }
  }
}
