package com.aisle.embeddings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How texts are embedded.
 *
 * <ul>
 *   <li>{@code AISLE_EMBEDDING_MODEL_EN}, {@code AISLE_EMBEDDING_MODEL_ZH}: folder of another model
 *       for the language, see {@link EmbeddingModel#in}; by default the models that come along
 *   <li>{@code AISLE_EMBEDDING_THREADS}: threads that share one batch, 1 by default
 *   <li>{@code AISLE_EMBEDDING_FOLDER}: where weights and native code are unpacked, a folder in the
 *       system's temporary one by default; 110 MB
 * </ul>
 *
 * @param models one for every language
 */
public record EmbeddingsConfig(Map<Language, EmbeddingModel> models, int threads, Path folder) {

  public EmbeddingsConfig {
    models = Map.copyOf(models);
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("AISLE_EMBEDDING_THREADS is 1 to 64, not " + threads);
    }
  }

  public static EmbeddingsConfig from(Map<String, String> env) {
    Map<Language, EmbeddingModel> models = new EnumMap<>(Language.class);
    models.put(
        Language.ENGLISH, model(env.get("AISLE_EMBEDDING_MODEL_EN"), EmbeddingModel.MINILM_L6_V2));
    models.put(
        Language.CHINESE,
        model(env.get("AISLE_EMBEDDING_MODEL_ZH"), EmbeddingModel.BGE_SMALL_ZH_V15));
    return new EmbeddingsConfig(
        models,
        threads(env.getOrDefault("AISLE_EMBEDDING_THREADS", "1")),
        Path.of(env.getOrDefault("AISLE_EMBEDDING_FOLDER", temporaryFolder())));
  }

  private static EmbeddingModel model(@Nullable String folder, EmbeddingModel byDefault) {
    return folder == null ? byDefault : EmbeddingModel.in(Path.of(folder));
  }

  private static int threads(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "AISLE_EMBEDDING_THREADS is a whole number, not '" + value + "'", e);
    }
  }

  /** A folder for each user: what another user put there is not loaded as native code. */
  private static String temporaryFolder() {
    return Path.of(
            System.getProperty("java.io.tmpdir"), "aisle-models-" + System.getProperty("user.name"))
        .toString();
  }
}
