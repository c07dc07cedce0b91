package com.aisle.embeddings;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.LongBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch of texts to tensors and token vectors to unit vectors. Pools in plain Java: DJL's own
 * pooling needs a second engine beside ONNX Runtime, which has no arithmetic on arrays.
 */
record SentenceTranslator(HuggingFaceTokenizer tokenizer, Pooling pooling)
    implements NoBatchifyTranslator<List<String>, List<float[]>> {

  private static final String MASK = "mask";

  @Override
  public NDList processInput(TranslatorContext context, List<String> texts) {
    Encoding[] encodings = tokenizer.batchEncode(texts);
    context.setAttachment(
        MASK, Stream.of(encodings).map(Encoding::getAttentionMask).toArray(long[][]::new));
    return new NDList(
        tensor(context, "input_ids", encodings, Encoding::getIds),
        tensor(context, "attention_mask", encodings, Encoding::getAttentionMask),
        tensor(context, "token_type_ids", encodings, Encoding::getTypeIds));
  }

  private static NDArray tensor(
      TranslatorContext context,
      String name,
      Encoding[] encodings,
      Function<Encoding, long[]> values) {
    int length = encodings[0].getIds().length;
    LongBuffer buffer = LongBuffer.allocate(encodings.length * length);
    for (Encoding encoding : encodings) {
      buffer.put(values.apply(encoding));
    }
    Shape shape = new Shape(encodings.length, length);
    NDArray tensor = context.getNDManager().create(buffer.flip(), shape, DataType.INT64);
    tensor.setName(name);
    return tensor;
  }

  @Override
  public List<float[]> processOutput(TranslatorContext context, NDList output) {
    NDArray states = output.getFirst();
    Shape shape = states.getShape();
    TokenVectors tokens =
        new TokenVectors(
            states.toByteBuffer().asFloatBuffer(),
            (long[][]) context.getAttachment(MASK),
            (int) shape.get(1),
            (int) shape.get(2));
    return IntStream.range(0, (int) shape.get(0))
        .mapToObj(text -> unit(pooling.pool(tokens, text)))
        .toList();
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float factor = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return vector;
  }
}
