package com.aisle.search;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.events.Pseudonyms;
import com.aisle.messaging.AfterAnswer;
import com.aisle.messaging.SqsPublisher;
import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsManagerSecrets;
import com.aisle.storage.S3ObjectStore;
import com.aisle.storage.StorageConfig;
import com.aisle.textindex.MirrorConfig;
import com.aisle.vectors.PineconeVectorStore;
import com.aisle.vectors.VectorsConfig;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Puts the function together as its environment says. */
record SearchWiring(
    SearchFunction function,
    Priming priming,
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {

  /** Most time for handing records over. */
  private static final Duration RECORDS_LIMIT = Duration.ofSeconds(1);

  static SearchWiring of(Map<String, String> env) {
    SearchConfig config = SearchConfig.from(env);
    Secrets secrets = SecretsManagerSecrets.create();
    Ports ports = ports(env, config, secrets);
    RecordsConfig recording = RecordsConfig.from(env);
    SearchRecords records =
        new SearchRecords(
            SqsPublisher.create(recording.queueUrl(), RECORDS_LIMIT),
            () -> new Pseudonyms(secrets.get(recording.pseudonymKeySecret())),
            recording.calendar(),
            ports.clock());
    // Processes on one machine must not share a folder.
    Path folder = config.indexFolder().resolve("search-" + ProcessHandle.current().pid());
    SearchFunction function = new SearchFunction(ports, config, MirrorConfig.from(env), folder);
    return new SearchWiring(
        function,
        new Priming(ports, config),
        AfterAnswer.start(env, "search-records", recording.every(), records::send)
            .following(function.router(records)));
  }

  private static Ports ports(Map<String, String> env, SearchConfig config, Secrets secrets) {
    VectorsConfig pinecone = VectorsConfig.from(env);
    return new Ports(
        S3ObjectStore.create(StorageConfig.from(env)),
        () -> new PineconeVectorStore(pinecone, () -> secrets.get(config.pineconeKeySecret())),
        Embedders.of(EmbeddingsConfig.from(env)),
        Clock.systemUTC(),
        System::nanoTime,
        () -> UUID.randomUUID().toString());
  }
}
