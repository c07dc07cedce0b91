package com.aisle.embedding;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.embeddings.Language;
import java.util.Map;

/** Run by {@link PackageIT} on the class path that Lambda gives a function. */
final class PackagedModels {

  private PackagedModels() {}

  public static void main(String[] arguments) {
    Map<String, String> env = Map.of("AISLE_EMBEDDING_FOLDER", arguments[0]);
    try (Embedders embedders = Embedders.of(EmbeddingsConfig.from(env))) {
      for (Language language : Language.values()) {
        float[] vector = embedders.in(language).embedQuery("a mug 馬克杯");
        System.out.println(language + " " + vector.length);
      }
    }
  }
}
