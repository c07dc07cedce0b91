package com.aisle.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingsConfig;
import com.aisle.embeddings.testing.HashEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotHookTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void checkpoint_loadsBothModelsAndClosesTheConnection() {
    Embedders embedders =
        new Embedders(
            EmbeddingsConfig.from(Map.of()).models(),
            model -> {
              events.add(model.name());
              return new HashEmbedder(model.name(), model.dimension());
            });
    SnapshotHook hook = new SnapshotHook(embedders, () -> events.add("closed")).register();
    hook.beforeCheckpoint(Core.getGlobalContext());
    hook.afterRestore(Core.getGlobalContext());
    assertThat(events).containsExactly("minilm-l6-v2", "bge-small-v15", "closed");
  }
}
