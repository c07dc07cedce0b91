/** A fake embedder for other modules' tests. */
@NullMarked
package com.aisle.embeddings.testing;

import org.jspecify.annotations.NullMarked;
