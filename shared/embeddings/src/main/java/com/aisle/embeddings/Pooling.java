package com.aisle.embeddings;

/** How the vectors of a text's tokens become the vector of the text. */
public enum Pooling {
  /** The mean over the tokens of the text, padding left out. */
  MEAN {
    @Override
    float[] pool(TokenVectors tokens, int text) {
      float[] sum = new float[tokens.dimension()];
      for (int token = 0; token < tokens.length(); token++) {
        if (tokens.isText(text, token)) {
          tokens.addTo(sum, text, token);
        }
      }
      return sum; // its length is set to one afterwards, so no need to divide
    }
  },

  /** The vector of the first token, which the model was trained to put the meaning into. */
  CLS {
    @Override
    float[] pool(TokenVectors tokens, int text) {
      float[] first = new float[tokens.dimension()];
      tokens.addTo(first, text, 0);
      return first;
    }
  };

  abstract float[] pool(TokenVectors tokens, int text);
}
