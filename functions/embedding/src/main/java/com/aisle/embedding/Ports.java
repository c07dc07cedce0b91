package com.aisle.embedding;

import com.aisle.embeddings.Embedders;
import com.aisle.messaging.BatchProcessor;
import com.aisle.messaging.FailedMessages;
import com.aisle.messaging.Publisher;
import com.aisle.productformat.ProductJson;
import com.aisle.vectors.VectorStore;

/**
 * What the function reaches out to.
 *
 * @param disconnect closes the vector store's connections, which its next use opens again
 * @param failedMessages of the queue product-changes
 */
record Ports(
    Embedders embedders,
    VectorStore vectors,
    Runnable disconnect,
    Publisher catalogWrites,
    Publisher warehouse,
    FailedMessages failedMessages) {

  EmbeddingHandler handler() {
    ProductJson format = new ProductJson();
    return new EmbeddingHandler(
        new EmbeddingService(
            new ProductChangeReader(format),
            new ProductVectors(embedders, vectors),
            new CatalogWrites(catalogWrites, format),
            new WarehouseProducts(warehouse),
            new BatchProcessor(failedMessages)));
  }
}
