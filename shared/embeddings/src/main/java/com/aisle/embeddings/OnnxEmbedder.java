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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An ONNX model on the CPU, by DJL and ONNX Runtime.
 *
 * <p>Measured on two busy cores (EmbeddingBenchmark in the test tree): 3 to 5 ms a query of ten
 * tokens; a second of CPU time embeds 70 documents of about 64 tokens, or 300 titles of ten.
 *
 * <p>The 8-bit models scale their inner values by the largest of a batch, so that a text's vector
 * depends a little on its neighbours in the batch: cosine 0.985 or more to that of the text alone.
 */
public final class OnnxEmbedder implements Embedder {

  /** Doubles the speed for titles against one at a time; larger ones gain nothing and pad more. */
  private static final int BATCH = 16;

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
    List<String> prepared =
        texts.stream()
            .map(text -> preparation.prepare(description.documentPrefix(), text))
            .toList();
    // Texts of like length share a batch: a batch is padded to its longest.
    List<Integer> byLength =
        IntStream.range(0, prepared.size())
            .boxed()
            .sorted(Comparator.comparingInt(index -> prepared.get(index).length()))
            .toList();
    float[][] vectors = new float[prepared.size()][];
    for (int start = 0; start < byLength.size(); start += BATCH) {
      List<Integer> batch = byLength.subList(start, Math.min(start + BATCH, byLength.size()));
      List<float[]> embedded = predict(batch.stream().map(prepared::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        vectors[batch.get(i)] = embedded.get(i);
      }
    }
    return List.of(vectors);
  }

  @Override
  public float[] embedQuery(String text) {
    return predict(List.of(preparation.prepare(description.queryPrefix(), text))).getFirst();
  }

  /** Sessions and tokenizers may be shared by threads, predictors not; a new one costs little. */
  private List<float[]> predict(List<String> batch) {
    try (Predictor<List<String>, List<float[]>> predictor = model.newPredictor()) {
      return predictor.predict(batch);
    } catch (TranslateException e) {
      throw new EmbeddingException(
          "model %s failed on a batch of %d texts".formatted(description.name(), batch.size()), e);
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
