package com.aisle.search;

import com.aisle.catalog.filter.Filter;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.Language;
import com.aisle.search.Health.Index;
import com.aisle.search.Health.Part;
import com.aisle.search.Health.State;
import com.aisle.textindex.IndexMirror;
import com.aisle.textindex.IndexVersion;
import com.aisle.textindex.NoIndexException;
import com.aisle.vectors.VectorStoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries out everything that a search needs. */
final class HealthCheck {

  private static final Logger LOGGER = LoggerFactory.getLogger(HealthCheck.class);

  /** Longer than a search would wait: here the question is whether it answers at all. */
  private static final Duration VECTORS_DEADLINE = Duration.ofSeconds(1);

  private final IndexMirror index;
  private final Embedders embedders;
  private final ProductVectors products;
  private final Clock clock;
  private final LongSupplier nanoTime;

  HealthCheck(
      IndexMirror index,
      Embedders embedders,
      ProductVectors products,
      Clock clock,
      LongSupplier nanoTime) {
    this.index = index;
    this.embedders = embedders;
    this.products = products;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  Health check() {
    Map<String, Part> models = new LinkedHashMap<>();
    Map<String, Part> vectors = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      models.put(language.tag(), timed(() -> embed(language)));
      vectors.put(language.tag(), timed(() -> ask(language)));
    }
    return Health.of(index(), models, vectors);
  }

  private Index index() {
    try {
      IndexVersion version = index.read(searcher -> searcher.version());
      long age = Duration.between(version.publishedAt(), clock.instant()).toSeconds();
      return new Index(State.OK, version.generation(), age, version.products());
    } catch (NoIndexException e) {
      return Index.without(State.EMPTY);
    } catch (RuntimeException e) {
      LOGGER.warn("the index cannot be read: {}", e.toString());
      return Index.without(State.AWAY);
    }
  }

  private void embed(Language language) {
    embedders.in(language).embedQuery("health");
  }

  private void ask(Language language) {
    float[] anything = new float[embedders.dimension(language)];
    anything[0] = 1;
    products.nearest(language, anything, 1, Filter.all(), VECTORS_DEADLINE);
  }

  private Part timed(Runnable trial) {
    long start = nanoTime.getAsLong();
    State state = stateAfter(trial);
    return new Part(state, Milliseconds.of(Duration.ofNanos(nanoTime.getAsLong() - start)));
  }

  private static State stateAfter(Runnable trial) {
    try {
      trial.run();
      return State.OK;
    } catch (VectorStoreException e) {
      if (e.kind() == VectorStoreException.Kind.NO_SUCH_SPACE) {
        return State.EMPTY;
      }
      LOGGER.warn("the vector store does not answer: {}", e.toString());
      return State.AWAY;
    } catch (RuntimeException e) {
      LOGGER.warn("a dependency does not work", e);
      return State.AWAY;
    }
  }
}
