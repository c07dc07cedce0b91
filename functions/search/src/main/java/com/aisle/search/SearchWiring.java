package com.aisle.search;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageConfig;
import com.aisle.textindex.MirrorConfig;
import com.aisle.vectors.PineconeVectorStore;
import com.aisle.vectors.VectorsConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Puts the function together as its environment says. */
record SearchWiring(SearchFunction function, Priming priming) {

  static SearchWiring of(Map<String, String> env) {
    SearchConfig config = SearchConfig.from(env);
    return of(ports(env, config), config, MirrorConfig.from(env));
  }

  static SearchWiring of(Ports ports, SearchConfig config, MirrorConfig mirroring) {
    // Processes on one machine must not share a folder.
    Path folder = config.indexFolder().resolve("search-" + ProcessHandle.current().pid());
    return new SearchWiring(
        new SearchFunction(ports, config, mirroring, folder), new Priming(ports, config));
  }

  private static Ports ports(Map<String, String> env, SearchConfig config) {
    VectorsConfig pinecone = VectorsConfig.from(env);
    Secrets secrets = SecretsManagerSecrets.create();
    return new Ports(
        S3ObjectStore.create(StorageConfig.from(env)),
        () -> new PineconeVectorStore(pinecone, () -> secrets.get(config.pineconeKeySecret())),
        Embedders.of(EmbeddingsConfig.from(env)),
        Clock.systemUTC(),
        System::nanoTime,
        () -> UUID.randomUUID().toString());
  }
}
