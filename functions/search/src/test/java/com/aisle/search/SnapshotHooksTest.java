package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.textindex.MirrorConfig;
import com.aisle.textindex.TextQuery;
import com.aisle.vectors.VectorStoreException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotHooksTest {

  @TempDir Path folder;

  @Test
  void snapshot_holdsNoConnection_andTheNextSearchConnectsAnew() {
    try (Shop shop = new Shop(folder)) {
      shop.publish(Products.ALL);
      SnapshotHooks hooks = hooks(shop, shop.function);
      shop.search("q=mug");

      hooks.beforeCheckpoint(Core.getGlobalContext());

      assertThat(shop.vectors.closed).as("its own and that of the priming").isEqualTo(2);
      assertThat(shop.search("q=mug").degraded()).isEmpty();
    }
  }

  @Test
  void priming_failing_letsTheFunctionBe() {
    try (Shop shop = new Shop(folder)) {
      shop.publish(Products.ALL);
      shop.vectors.failAs(Kind.UNAVAILABLE);

      hooks(shop, shop.function).beforeCheckpoint(Core.getGlobalContext());

      assertThat(shop.search("q=mug").ids()).hasSize(2);
    }
  }

  @Test
  void restored_looksAtThePointerFirst_andTriesTheVectorsAgain() {
    MirrorConfig lazy = new MirrorConfig(Duration.ofDays(1), Duration.ofDays(2));
    try (Shop shop = new Shop(folder);
        SearchFunction frozen =
            new SearchFunction(shop.ports(), Shop.CONFIG, lazy, folder.resolve("frozen"))) {
      shop.publish(Products.ALL);
      SnapshotHooks hooks = hooks(shop, frozen);
      assertThat(frozen.warmUp().index().generation()).isEqualTo(1);
      shop.vectors.failAs(Kind.UNAVAILABLE);
      for (int i = 0; i < 10; i++) {
        frozen.service().search(request());
      }
      shop.publish(List.of(Product.deleted("mug-blue", Products.UPDATED.plusSeconds(9))));
      shop.vectors.failure = null;

      hooks.beforeCheckpoint(Core.getGlobalContext());
      hooks.afterRestore(Core.getGlobalContext());

      SearchAnswer answer = frozen.service().search(request());
      assertThat(answer.index().generation()).isEqualTo(2);
      assertThat(answer.result().total()).isEqualTo(1);
      assertThat(answer.vectorsAway()).isFalse();
    }
  }

  private static SearchRequest request() {
    return new SearchRequest(TextQuery.of("mug"), CatalogLocale.ENGLISH, 1);
  }

  private static SnapshotHooks hooks(Shop shop, SearchFunction function) {
    return new SnapshotHooks(function, new Priming(shop.ports(), Shop.CONFIG));
  }
}
