package com.aisle.vectors;

/**
 * Where vectors of one model live. Vectors of different spaces are not comparable.
 *
 * @param name lower-case letters, digits and dashes; names model, version and language: {@code
 *     products-en-minilm-l6-v2}
 * @param dimension of every vector in it
 */
public record Space(String name, int dimension) {}
