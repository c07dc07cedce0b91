package com.aisle.local.launcher.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  @TempDir private Path folder;
  private final AtomicInteger fills = new AtomicInteger();

  @Test
  void entry_isFilledOnce_howeverManyAskAtTheSameTime() throws Exception {
    Cache cache = new Cache(folder);
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 8; i++) {
        Future<Path> entry = executor.submit(() -> cache.entry("thing-1", this::fill));
        assertThat(entry.get().resolve("content")).hasContent("1");
      }
    }
    assertThat(fills).hasValue(1);
  }

  @Test
  void entry_halfFilled_isFilledAgainFromNothing() {
    Cache cache = new Cache(folder);
    assertThatThrownBy(
            () ->
                cache.entry(
                    "thing-1",
                    entry -> {
                      Files.writeString(entry.resolve("half"), "");
                      throw new IOException("the network is away");
                    }))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("thing-1")
        .hasMessageContaining("the network is away");

    Path entry = cache.entry("thing-1", this::fill);

    assertThat(entry.resolve("half")).doesNotExist();
    assertThat(entry.resolve("content")).hasContent("1");
  }

  @Test
  void verify_otherContent_isABrokenDownloadAndRemoved() throws Exception {
    Path file = Files.writeString(folder.resolve("server.tgz"), "cut of");

    assertThatThrownBy(() -> Checksum.verify(file, Checksum.of("cut off")))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("server.tgz is broken")
        .hasMessageContaining("Run the command again");
    assertThat(file).doesNotExist();
  }

  @Test
  void ofUser_followsTheXdgFolder() {
    assertThat(Cache.ofUser(Map.of("XDG_CACHE_HOME", "/somewhere")).folder())
        .isEqualTo(Path.of("/somewhere/aisle"));
    assertThat(Cache.ofUser(Map.of()).folder()).endsWith(Path.of(".cache/aisle"));
  }

  private void fill(Path entry) throws IOException {
    Files.writeString(entry.resolve("content"), Integer.toString(fills.incrementAndGet()));
  }
}
