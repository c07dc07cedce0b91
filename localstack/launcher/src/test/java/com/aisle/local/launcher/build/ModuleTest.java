package com.aisle.local.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {
  private static final FileTime NOON = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
  private static final FileTime ONE = FileTime.from(Instant.parse("2026-01-01T13:00:00Z"));

  @TempDir private Path checkout;
  private final Module module =
      new Module("functions/a", "target/function.zip", List.of("functions/a", "shared"));

  @Test
  void isStale_onlyWhenASourceIsNewerThanTheBuild() throws Exception {
    Path source = write("shared/b/src/main/java/B.java");
    Path test = write("shared/b/src/test/java/BTest.java");
    assertThat(module.isStale(checkout)).as("never built").isTrue();

    write("functions/a/target/function.zip");
    module.markBuilt(checkout, NOON);
    assertThat(module.isStale(checkout)).isFalse();

    Files.setLastModifiedTime(test, ONE);
    assertThat(module.isStale(checkout)).as("tests are not in the package").isFalse();
    Files.setLastModifiedTime(source, ONE);
    assertThat(module.isStale(checkout)).isTrue();

    module.markBuilt(checkout, ONE);
    assertThat(module.isStale(checkout)).isFalse();
    Files.delete(checkout.resolve("functions/a/target/function.zip"));
    assertThat(module.isStale(checkout)).as("the package has gone").isTrue();
  }

  private Path write(String name) throws Exception {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    return Files.setLastModifiedTime(file, NOON);
  }
}
