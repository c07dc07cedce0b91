/** Texts to unit vectors, by ONNX models in DJL. */
@NullMarked
package com.aisle.embeddings;

import org.jspecify.annotations.NullMarked;
