/**
 * A stand-in for Pinecone on one port of this machine: its control plane over HTTP/1.1 and its data
 * plane over gRPC, as the vendor's own Java client speaks them.
 *
 * <p>A write is acknowledged when it is in the namespace's {@code WriteLog}; it is then held in
 * memory and moved into Lucene (HNSW) in the background. Reads look at both. Embedding, reranking,
 * records by text, imports and backups are answered with 501.
 */
@NullMarked
package com.aisle.local.pinecone;

import org.jspecify.annotations.NullMarked;
