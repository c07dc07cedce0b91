package com.aisle.local.host.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.http.LoopbackServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageStoreTest {
  @TempDir private Path folder;
  private final AtomicInteger downloads = new AtomicInteger();
  private LoopbackServer server;
  private URI address;
  private byte[] served = {};

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.bind(0);
    server.serve(
        exchange -> {
          downloads.incrementAndGet();
          LoopbackServer.answer(exchange, 200, served);
        });
    address = URI.create("http://127.0.0.1:" + server.port() + "/code");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private PackageStore store() {
    return new PackageStore(folder, new AwsEndpoint(address));
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private DeployedFunction function(byte[] code) throws Exception {
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(code));
    return new DeployedFunction(
        "search",
        "1",
        "arn",
        "handler",
        "r1",
        hash,
        address,
        512,
        Duration.ofSeconds(3),
        Map.of(),
        false,
        "group",
        "Text",
        null);
  }

  @Test
  void samePackage_isFetchedOnce() throws Exception {
    served = zip("lib/a.txt", "a");

    Path first = store().unpacked(function(served));
    Path second = store().unpacked(function(served));

    assertThat(first).isEqualTo(second);
    assertThat(first.resolve("lib/a.txt")).hasContent("a");
    assertThat(downloads).hasValue(1);
    assertThat(leftovers()).containsExactly(first.getFileName());
  }

  @Test
  void packageOfAnotherVersion_isRefused() throws Exception {
    served = zip("a.txt", "of version 2");

    assertThatThrownBy(() -> store().unpacked(function(zip("a.txt", "of version 1"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("search")
        .hasMessageContaining("CodeSha256");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void fileOutsideTheFolder_isRefused() throws Exception {
    served = zip("../evil.txt", "x");

    assertThatThrownBy(() -> store().unpacked(function(served)))
        .hasMessageContaining("../evil.txt");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void packagesUnusedForWeeks_arePruned() throws Exception {
    served = zip("a.txt", "old");
    Path old = store().unpacked(function(served));
    served = zip("a.txt", "new");
    Path recent = store().unpacked(function(served));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(15))));

    store().prune();

    assertThat(leftovers()).containsExactly(recent.getFileName());
  }

  private Stream<Path> leftovers() throws IOException {
    return Files.list(folder).map(Path::getFileName);
  }
}
