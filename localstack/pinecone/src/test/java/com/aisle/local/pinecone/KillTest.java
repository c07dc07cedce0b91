package com.aisle.local.pinecone;

import static com.aisle.local.pinecone.VendorClient.record;
import static com.aisle.local.pinecone.VendorClient.struct;
import static org.assertj.core.api.Assertions.assertThat;

import io.pinecone.clients.Index;
import io.pinecone.clients.Pinecone;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

  private static final int BATCHES = 60;
  private static final int BATCH = 50;

  @TempDir Path data;

  @Test
  void killedInTheMiddleOfWriting_keepsEveryAcknowledgedRecord() throws Exception {
    Process process = startProcess();
    Pinecone client = VendorClient.controlPlane(portOf(process));
    Index index = VendorClient.createIndex(client, "products", "cosine", 32);
    Random random = new Random(1);
    int acknowledged = 0;
    Thread killer = null;
    try {
      for (int batch = 0; batch < BATCHES; batch++) {
        if (batch == BATCHES - 5) {
          killer = Thread.ofPlatform().start(process::destroyForcibly);
        }
        index.upsert(batch(random, acknowledged), "shop");
        acknowledged += BATCH;
      }
    } catch (io.grpc.StatusRuntimeException killed) {
      // Wanted: the batch under way was not acknowledged.
    } finally {
      process.destroyForcibly();
      index.close();
    }
    assertThat(killer).isNotNull();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

    try (PineconeServer again = PineconeServer.start(PineconeOptions.in(data))) {
      Pinecone newClient = VendorClient.controlPlane(again.port());
      Index reopened = VendorClient.index(newClient, "products");
      assertThat(acknowledged).isGreaterThanOrEqualTo((BATCHES - 5) * BATCH);
      for (int first = 0; first < acknowledged; first += BATCH) {
        List<String> ids = ids(first);
        assertThat(reopened.fetch(ids, "shop").getVectorsMap().keySet())
            .containsExactlyInAnyOrderElementsOf(ids);
      }
      reopened.close();
    }
  }

  private static List<String> ids(int first) {
    List<String> ids = new ArrayList<>();
    for (int i = first; i < first + BATCH; i++) {
      ids.add("p" + i);
    }
    return ids;
  }

  private static List<VectorWithUnsignedIndices> batch(Random random, int first) {
    return ids(first).stream()
        .map(id -> record(id, randomVector(random), struct(Map.of("title", "Product " + id))))
        .toList();
  }

  private static List<Float> randomVector(Random random) {
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      values.add((float) random.nextGaussian());
    }
    return values;
  }

  private Process startProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PineconeMain.class.getName(),
            "--port=0",
            "--data=" + data)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int portOf(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    assertThat(line).startsWith("pinecone: listening on http://127.0.0.1:");
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }
}
