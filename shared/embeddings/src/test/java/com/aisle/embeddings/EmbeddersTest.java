package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.CatalogLocale;
import com.aisle.embeddings.testing.HashEmbedder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddersTest {

  private final List<String> loads = new ArrayList<>();
  private final Embedders embedders =
      new Embedders(
          EmbeddingsConfig.from(Map.of()).models(),
          model -> {
            loads.add(model.name());
            return new HashEmbedder(model.name(), model.dimension());
          });

  @Test
  void model_isLoadedOnceWhenFirstAskedFor() {
    assertThat(embedders.productSpace(Language.CHINESE)).isEqualTo("products-zh-bge-small-v15");
    assertThat(embedders.dimension(Language.CHINESE)).isEqualTo(512);
    assertThat(loads).isEmpty();
    assertThat(embedders.in(Language.ENGLISH)).isSameAs(embedders.in(Language.ENGLISH));
    assertThat(loads).containsExactly("minilm-l6-v2");
    assertThat(embedders.productSpace(Language.ENGLISH)).isEqualTo("products-en-minilm-l6-v2");
  }

  @Test
  void text_goesToTheModelOfItsScript() {
    assertThat(Language.ofText("wireless mouse")).isEqualTo(Language.ENGLISH);
    assertThat(Language.ofText("Logitech 滑鼠")).isEqualTo(Language.CHINESE);
    assertThat(Language.ofText("𠮷")).isEqualTo(Language.CHINESE);
    assertThat(Language.ofText("")).isEqualTo(Language.ENGLISH);
    assertThat(Language.of(CatalogLocale.TRADITIONAL_CHINESE)).isEqualTo(Language.CHINESE);
    assertThat(Language.of(CatalogLocale.ENGLISH)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void modelOfTheOperator_answersLikeTheSameOneFromTheJar(@TempDir Path folder) throws Exception {
    copy("/all-minilm-l6-v2-q.onnx", folder.resolve("model.onnx"));
    copy("/all-minilm-l6-v2-q-tokenizer.json", folder.resolve("tokenizer.json"));
    Files.writeString(
        folder.resolve("model.properties"),
        "name=mine\ndimension=384\npooling=mean\nqueryPrefix=query: \n");
    Map<String, String> env = Map.of("AISLE_EMBEDDING_MODEL_EN", folder.toString());
    try (Embedders own = Embedders.of(EmbeddingsConfig.from(env))) {
      Embedder embedder = own.in(Language.ENGLISH);
      assertThat(embedder.model()).isEqualTo("mine");
      assertThat(own.productSpace(Language.ENGLISH)).isEqualTo("products-en-mine");
      Embedder shipped = Models.in(Language.ENGLISH);
      assertThat(embedder.embed(List.of("sofa")).getFirst())
          .containsExactly(shipped.embed(List.of("sofa")).getFirst());
      assertThat(embedder.embedQuery("sofa")).containsExactly(shipped.embedQuery("query: sofa"));
    }
  }

  private static void copy(String resource, Path target) throws Exception {
    try (InputStream in = EmbeddersTest.class.getResourceAsStream(resource)) {
      Files.copy(in, target);
    }
  }
}
