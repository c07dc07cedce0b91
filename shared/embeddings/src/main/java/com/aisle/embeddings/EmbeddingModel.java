package com.aisle.embeddings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A sentence embedding model in ONNX form: its files and how it wants to be used.
 *
 * @param name model and version in lower-case letters, digits and dashes; part of the names of
 *     vector spaces
 * @param weights ONNX with inputs input_ids, attention_mask and token_type_ids and the token
 *     vectors as first output
 * @param tokenizer tokenizer.json of Hugging Face tokenizers
 * @param dimension of its vectors
 * @param maxTokens what is longer is cut
 * @param folded whether texts are lower-cased and written in simplified characters first
 * @param queryPrefix put before what somebody looks for; often empty
 * @param documentPrefix put before what is found; often empty
 */
public record EmbeddingModel(
    String name,
    ModelFile weights,
    ModelFile tokenizer,
    Pooling pooling,
    int dimension,
    int maxTokens,
    boolean folded,
    String queryPrefix,
    String documentPrefix) {

  /** Enough for a title and the first sentences; costs grow with it. */
  private static final int DEFAULT_MAX_TOKENS = 128;

  /** all-MiniLM-L6-v2 (Apache-2.0), 8-bit weights: English. */
  public static final EmbeddingModel MINILM_L6_V2 =
      new EmbeddingModel(
          "minilm-l6-v2",
          new ModelFile.InJar(
              "all-minilm-l6-v2-q.onnx",
              "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1"),
          new ModelFile.InJar(
              "all-minilm-l6-v2-q-tokenizer.json",
              "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0"),
          Pooling.MEAN,
          384,
          DEFAULT_MAX_TOKENS,
          false,
          "",
          "");

  /**
   * bge-small-zh-v1.5 (MIT), 8-bit weights: simplified Chinese. Its vocabulary has no capital
   * letters, hence folded; for product titles it ranks better without its query instruction.
   */
  public static final EmbeddingModel BGE_SMALL_ZH_V15 =
      new EmbeddingModel(
          "bge-small-v15",
          new ModelFile.InJar(
              "bge-small-zh-v1.5-q.onnx",
              "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc"),
          new ModelFile.InJar(
              "bge-small-zh-v1.5-q-tokenizer.json",
              "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26"),
          Pooling.CLS,
          512,
          DEFAULT_MAX_TOKENS,
          true,
          "",
          "");

  public EmbeddingModel {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "a model's name is of lower-case letters, digits and dashes, not '" + name + "'");
    }
    if (dimension < 1 || maxTokens < 2) {
      throw new IllegalArgumentException(
          "model %s: dimension %d and maxTokens %d must be positive"
              .formatted(name, dimension, maxTokens));
    }
  }

  /**
   * The model in a folder with {@code model.onnx}, {@code tokenizer.json} and {@code
   * model.properties}: {@code name}, {@code dimension}, {@code pooling} (mean or cls) and, where
   * they differ from the defaults, {@code maxTokens} (128), {@code folded} (false), {@code
   * queryPrefix} and {@code documentPrefix} (empty).
   *
   * @throws EmbeddingException when a property is missing or wrong
   */
  public static EmbeddingModel in(Path directory) {
    Properties properties = read(directory.resolve("model.properties"));
    try {
      return new EmbeddingModel(
          required(properties, "name"),
          new ModelFile.OnDisk(directory.resolve("model.onnx")),
          new ModelFile.OnDisk(directory.resolve("tokenizer.json")),
          Pooling.valueOf(required(properties, "pooling").toUpperCase(Locale.ROOT)),
          Integer.parseInt(required(properties, "dimension")),
          Integer.parseInt(properties.getProperty("maxTokens", String.valueOf(DEFAULT_MAX_TOKENS))),
          Boolean.parseBoolean(properties.getProperty("folded", "false")),
          properties.getProperty("queryPrefix", ""),
          properties.getProperty("documentPrefix", ""));
    } catch (IllegalArgumentException e) {
      throw new EmbeddingException(
          "%s/model.properties: %s".formatted(directory, e.getMessage()), e);
    }
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new EmbeddingException("cannot read " + file, e);
    }
    return properties;
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value.strip();
  }
}
