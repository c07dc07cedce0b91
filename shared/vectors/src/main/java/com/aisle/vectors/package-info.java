/**
 * Products by meaning: nearest vectors under a filter. Pinecone, and an in-memory fake of the same
 * contract.
 */
@NullMarked
package com.aisle.vectors;

import org.jspecify.annotations.NullMarked;
