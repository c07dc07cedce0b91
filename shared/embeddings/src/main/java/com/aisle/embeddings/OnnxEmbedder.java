package com.aisle.embeddings;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An ONNX model on the CPU, by DJL and ONNX Runtime.
 *
 * <p>Measured on two busy cores (EmbeddingBenchmark in the test tree): 3 to 5 ms a query of ten
 * tokens; a second of CPU time embeds 70 documents of about 64 tokens, or 180 titles of ten.
 *
 * <p>The 8-bit models scale their inner values by the largest of a batch, so that a text's vector
 * would depend on its neighbours there (cosine down to 0.985 to that of the text alone). Therefore
 * each text is a batch of its own: the same text always has the same vector, and queries are
 * embedded as documents are. Batches of 16 would be a third faster for titles, not for
 * descriptions.
 */
public final class OnnxEmbedder implements Embedder {

  private final EmbeddingModel description;
  private final ZooModel<List<String>, List<float[]>> model;
  private final HuggingFaceTokenizer tokenizer;
  private final TextPreparation preparation;

  private OnnxEmbedder(
      EmbeddingModel description,
      ZooModel<List<String>, List<float[]>> model,
      HuggingFaceTokenizer tokenizer) {
    this.description = description;
    this.model = model;
    this.tokenizer = tokenizer;
    this.preparation = new TextPreparation(description.folded(), description.maxTokens());
  }

  /**
   * Loads the model, which takes some 300 ms and 80 MB of memory outside the heap.
   *
   * @param threads that share one batch
   * @param folder where weights and native code are unpacked, if they are not yet
   * @throws EmbeddingException when it cannot be loaded
   */
  public static OnnxEmbedder load(EmbeddingModel description, int threads, Path folder) {
    Djl.prepare(folder);
    HuggingFaceTokenizer tokenizer = null;
    try {
      tokenizer =
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(description.tokenizer().locate(folder))
              .optPadding(true)
              .optTruncation(true)
              .optMaxLength(description.maxTokens())
              .build();
      return new OnnxEmbedder(
          description, session(description, tokenizer, threads, folder), tokenizer);
    } catch (IOException | ModelNotFoundException | MalformedModelException e) {
      if (tokenizer != null) {
        tokenizer.close();
      }
      throw new EmbeddingException("cannot load model " + description.name(), e);
    }
  }

  @SuppressWarnings("unchecked") // Criteria takes classes, which know nothing of their parameters
  private static ZooModel<List<String>, List<float[]>> session(
      EmbeddingModel description, HuggingFaceTokenizer tokenizer, int threads, Path folder)
      throws IOException, ModelNotFoundException, MalformedModelException {
    Class<List<String>> texts = (Class<List<String>>) (Class<?>) List.class;
    Class<List<float[]>> vectors = (Class<List<float[]>>) (Class<?>) List.class;
    return Criteria.builder()
        .setTypes(texts, vectors)
        .optEngine("OnnxRuntime")
        .optDevice(Device.cpu())
        .optModelPath(description.weights().locate(folder))
        .optTranslator(new SentenceTranslator(tokenizer, description.pooling()))
        .optOption("intraOpNumThreads", String.valueOf(threads))
        .optOption("interOpNumThreads", "1")
        .build()
        .loadModel();
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream()
        .map(text -> predict(preparation.prepare(description.documentPrefix(), text)))
        .toList();
  }

  @Override
  public float[] embedQuery(String text) {
    return predict(preparation.prepare(description.queryPrefix(), text));
  }

  /** Sessions and tokenizers may be shared by threads, predictors not; a new one costs little. */
  private float[] predict(String text) {
    try (Predictor<List<String>, List<float[]>> predictor = model.newPredictor()) {
      return predictor.predict(List.of(text)).getFirst();
    } catch (TranslateException e) {
      throw new EmbeddingException(
          "model %s failed on a text of %d characters".formatted(description.name(), text.length()),
          e);
    }
  }

  @Override
  public int dimension() {
    return description.dimension();
  }

  @Override
  public String model() {
    return description.name();
  }

  @Override
  public void close() {
    model.close();
    tokenizer.close();
  }
}
