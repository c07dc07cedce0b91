package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.AwsEndpoint;
import com.aisle.local.host.endpoint.DeployedFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacked function packages, one folder for each content. Several hosts may share it. */
final class PackageStore {
  private static final Duration KEPT_UNUSED = Duration.ofDays(14);

  private final Path folder;
  private final AwsEndpoint endpoint;

  PackageStore(Path folder, AwsEndpoint endpoint) {
    this.folder = folder.toAbsolutePath();
    this.endpoint = endpoint;
  }

  /**
   * The unpacked package of a function.
   *
   * @throws IOException when the endpoint's package cannot be had, or is not the one that was
   *     deployed
   */
  synchronized Path unpacked(DeployedFunction function) throws IOException {
    byte[] hash = Base64.getDecoder().decode(function.codeSha256());
    Path target = folder.resolve(HexFormat.of().formatHex(hash));
    if (!Files.isDirectory(target)) {
      Files.createDirectories(folder);
      Path zip = Files.createTempFile(folder, "package", ".zip");
      try {
        endpoint.download(function.codeLocation(), zip);
        verify(function, zip, hash);
        unpack(zip, target);
      } finally {
        Files.deleteIfExists(zip);
      }
    }
    Files.setLastModifiedTime(target, FileTime.from(Instant.now()));
    return target;
  }

  private static void verify(DeployedFunction function, Path zip, byte[] expected)
      throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (!MessageDigest.isEqual(digest.digest(), expected)) {
      throw new IOException(
          "the endpoint's package of "
              + function.name()
              + " is not that of version "
              + function.version()
              + " (other CodeSha256): a newer one has been deployed meanwhile");
    }
  }

  private void unpack(Path zip, Path target) throws IOException {
    Path partial = Files.createTempDirectory(folder, "partial");
    try {
      extract(zip, partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(partial);
      if (!Files.isDirectory(target)) { // else another host was faster
        throw e;
      }
    }
  }

  private static void extract(Path zip, Path target) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("the package has a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }

  /** Deletes packages that no deployment has needed for two weeks. */
  void prune() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime oldest = FileTime.from(Instant.now().minus(KEPT_UNUSED));
    try (Stream<Path> packages = Files.list(folder)) {
      for (Path candidate : packages.toList()) {
        if (Files.getLastModifiedTime(candidate).compareTo(oldest) < 0) {
          delete(candidate);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
