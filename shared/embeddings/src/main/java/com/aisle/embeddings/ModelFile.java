package com.aisle.embeddings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that a model consists of. */
public sealed interface ModelFile {

  /** Where the file is on disk; unpacked into this folder first if it is not. */
  Path locate(Path folder);

  /** A file that the operator put there. */
  record OnDisk(Path path) implements ModelFile {
    @Override
    public Path locate(Path folder) {
      if (!Files.isReadable(path)) {
        throw new EmbeddingException("no readable model file " + path, null);
      }
      return path;
    }
  }

  /**
   * A file in a jar. The native code wants a path, so it is copied out once for each content.
   *
   * @param name from the root of the class path
   * @param sha256 of its bytes, in lower-case hexadecimal
   */
  record InJar(String name, String sha256) implements ModelFile {

    @Override
    public Path locate(Path folder) {
      Path target = folder.resolve(sha256).resolve(name);
      if (!Files.exists(target)) {
        try {
          unpack(target);
        } catch (IOException e) {
          throw new EmbeddingException("cannot unpack " + name + " to " + target, e);
        }
      }
      return target;
    }

    /** A reader sees the whole file or none, also when two processes unpack at once. */
    private void unpack(Path target) throws IOException {
      Files.createDirectories(target.getParent());
      Path part = Files.createTempFile(target.getParent(), name, ".part");
      try {
        String found = copy(part);
        if (!found.equals(sha256)) {
          throw new EmbeddingException(
              "%s on the class path is another file: SHA-256 is %s and should be %s"
                  .formatted(name, found, sha256),
              null);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }

    private String copy(Path part) throws IOException {
      try (InputStream resource = ModelFile.class.getResourceAsStream("/" + name)) {
        if (resource == null) {
          throw new EmbeddingException("no " + name + " on the class path", null);
        }
        DigestInputStream digested = new DigestInputStream(resource, sha256Digest());
        Files.copy(digested, part, StandardCopyOption.REPLACE_EXISTING);
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
      }
    }

    private static MessageDigest sha256Digest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new UncheckedIOException(new IOException("every JDK has SHA-256", e));
      }
    }
  }
}
