package com.aisle.local.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.crac.Core;

/**
 * Zips {@link ProbeFunction} as a function package: its classes at the root, its library in lib/.
 */
final class FunctionPackage {
  private FunctionPackage() {}

  /**
   * Builds a package.
   *
   * @param mark makes packages differ
   */
  static byte[] build(String mark) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        put(zip, ProbeFunction.class);
        put(zip, ProbeExtension.class);
        Path crac = Path.of(Core.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        put(zip, "lib/" + crac.getFileName(), Files.readAllBytes(crac));
        put(zip, "mark.txt", mark.getBytes(UTF_8));
      }
      return bytes.toByteArray();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(ZipOutputStream zip, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = FunctionPackage.class.getClassLoader().getResourceAsStream(name)) {
      put(zip, name, Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
