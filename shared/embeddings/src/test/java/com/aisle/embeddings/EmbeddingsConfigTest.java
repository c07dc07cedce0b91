package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsConfigTest {

  @TempDir Path folder;

  @Test
  void defaults() {
    EmbeddingsConfig config = EmbeddingsConfig.from(Map.of());
    assertThat(config.models())
        .containsEntry(Language.ENGLISH, EmbeddingModel.MINILM_L6_V2)
        .containsEntry(Language.CHINESE, EmbeddingModel.BGE_SMALL_ZH_V15);
    assertThat(config.threads()).isEqualTo(1);
    assertThat(config.folder()).startsWithRaw(Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Test
  void everyKey_isListedHere() {
    Set<String> read = new TreeSet<>();
    EmbeddingsConfig.from(
        new HashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public String get(Object key) {
            read.add((String) key);
            return null;
          }

          @Override
          public String getOrDefault(Object key, String byDefault) {
            read.add((String) key);
            return byDefault;
          }
        });
    assertThat(read)
        .containsExactly(
            "AISLE_EMBEDDING_FOLDER",
            "AISLE_EMBEDDING_MODEL_EN",
            "AISLE_EMBEDDING_MODEL_ZH",
            "AISLE_EMBEDDING_THREADS");
  }

  @Test
  void values_replaceDefaults() throws Exception {
    Files.writeString(
        folder.resolve("model.properties"),
        """
        name=e5-small
        dimension=384
        pooling=mean
        maxTokens=96
        queryPrefix=query:\\u0020
        documentPrefix=passage:\\u0020
        """);
    EmbeddingsConfig config =
        EmbeddingsConfig.from(
            Map.of(
                "AISLE_EMBEDDING_MODEL_EN", folder.toString(),
                "AISLE_EMBEDDING_THREADS", "2",
                "AISLE_EMBEDDING_FOLDER", "/tmp/weights"));
    assertThat(config.threads()).isEqualTo(2);
    assertThat(config.folder()).isEqualTo(Path.of("/tmp/weights"));
    assertThat(config.models().get(Language.ENGLISH))
        .isEqualTo(
            new EmbeddingModel(
                "e5-small",
                new ModelFile.OnDisk(folder.resolve("model.onnx")),
                new ModelFile.OnDisk(folder.resolve("tokenizer.json")),
                Pooling.MEAN,
                384,
                96,
                false,
                "query: ",
                "passage: "));
  }

  @Test
  void mistakes_areNamed() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddingsConfig.from(Map.of("AISLE_EMBEDDING_THREADS", "many")))
        .withMessageContaining("AISLE_EMBEDDING_THREADS")
        .withMessageContaining("many");
    Map<String, String> ownModel = Map.of("AISLE_EMBEDDING_MODEL_ZH", folder.toString());
    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(() -> EmbeddingsConfig.from(ownModel))
        .withMessageContaining("model.properties");
    Files.writeString(folder.resolve("model.properties"), "name=m\npooling=mean\n");
    assertThatExceptionOfType(EmbeddingException.class)
        .isThrownBy(() -> EmbeddingsConfig.from(ownModel))
        .withMessageContaining("dimension is missing");
  }
}
