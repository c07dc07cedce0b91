package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static final ModelFile TOKENIZER = EmbeddingModel.MINILM_L6_V2.tokenizer();

  @TempDir Path folder;

  @Test
  void resource_isUnpackedOnce() throws Exception {
    Path first = TOKENIZER.locate(folder);
    FileTime written = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(first, written);
    assertThat(TOKENIZER.locate(folder)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
    assertThat(first).content().contains("\"vocab\"");
  }

  @Test
  void unpackingAtOnce_leavesOneWholeFile() throws Exception {
    ConcurrentLinkedQueue<Long> sizes = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        Stream.generate(() -> Thread.ofPlatform().start(() -> sizes.add(size()))).limit(8).toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(sizes).hasSize(8).containsOnly(711_661L);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  private long size() {
    return TOKENIZER.locate(folder).toFile().length();
  }

  @Test
  void otherContent_isRefusedAndNotLeftBehind() throws Exception {
    ModelFile other = new ModelFile.InJar("all-minilm-l6-v2-q-tokenizer.json", "00ff");
    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(() -> other.locate(folder))
        .withMessageContaining("another file")
        .withMessageContaining("00ff");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void missingFiles_areNamed() {
    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(() -> new ModelFile.InJar("nothing.onnx", "00").locate(folder))
        .withMessageContaining("no nothing.onnx on the class path");
    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(() -> new ModelFile.OnDisk(folder.resolve("model.onnx")).locate(folder))
        .withMessageContaining("model.onnx");
  }
}
