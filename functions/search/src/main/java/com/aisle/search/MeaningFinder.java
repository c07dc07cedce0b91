package com.aisle.search;

import com.aisle.catalog.filter.Filter;
import com.aisle.embeddings.EmbeddingException;
import com.aisle.embeddings.Language;
import com.aisle.textindex.Meaning;
import com.aisle.textindex.MeaningHit;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.VectorStoreException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the vector store what is near to a query, but never for longer than its budget, and not at
 * all for a while after it has failed several times in a row: an answer from words alone beats a
 * late one.
 *
 * <p>The query's script alone decides which language's vectors are asked; the models are not
 * cross-lingual, so a second list would only add noise.
 */
final class MeaningFinder {

  /**
   * What came of asking.
   *
   * @param away whether the vector store was away or slow, so that only words can answer
   */
  record Finding(Meaning meaning, boolean away) {
    static final Finding NOTHING = new Finding(Meaning.none(), false);
    private static final Finding AWAY = new Finding(Meaning.none(), true);
  }

  private static final Logger LOGGER = LoggerFactory.getLogger(MeaningFinder.class);

  private final QueryVectors queryVectors;
  private final ProductVectors products;
  private final CircuitBreaker breaker;
  private final SearchConfig config;
  private final LongSupplier nanoTime;

  MeaningFinder(
      QueryVectors queryVectors,
      ProductVectors products,
      CircuitBreaker breaker,
      SearchConfig config,
      LongSupplier nanoTime) {
    this.queryVectors = queryVectors;
    this.products = products;
    this.breaker = breaker;
    this.config = config;
    this.nanoTime = nanoTime;
  }

  /** The products that are near to the text by meaning among those that fulfil the filter. */
  Finding find(String text, Filter filter) {
    if (!breaker.tryAcquirePermission()) {
      return Finding.AWAY;
    }
    long start = nanoTime.getAsLong();
    try {
      Finding finding = ask(text, filter, start);
      breaker.onSuccess(nanoTime.getAsLong() - start, TimeUnit.NANOSECONDS);
      return finding;
    } catch (RuntimeException e) {
      return afterFailure(e, nanoTime.getAsLong() - start);
    }
  }

  private Finding ask(String text, Filter filter, long start) {
    Language language = Language.ofText(text);
    float[] query = queryVectors.of(language, text);
    Duration left = config.vectorsBudget().minusNanos(nanoTime.getAsLong() - start);
    if (!left.isPositive()) {
      throw new EmbeddingException("embedding took all of " + config.vectorsBudget(), null);
    }
    List<MeaningHit> hits =
        products.nearest(language, query, config.neighbours(), filter, left).stream()
            .map(MeaningFinder::hit)
            .toList();
    return new Finding(new Meaning(hits, config.weight(language), config.floor(language)), false);
  }

  private static MeaningHit hit(Neighbour neighbour) {
    return new MeaningHit(neighbour.id(), neighbour.score());
  }

  private Finding afterFailure(RuntimeException e, long nanos) {
    if (e instanceof VectorStoreException failure
        && failure.kind() == VectorStoreException.Kind.NO_SUCH_SPACE) {
      // No product has a vector of this language yet: an answer, though an empty one.
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      return Finding.NOTHING;
    }
    if (isAboutTheStore(e)) {
      breaker.onError(nanos, TimeUnit.NANOSECONDS, e);
    } else {
      breaker.releasePermission();
    }
    LOGGER.warn("answering without vectors: {}", e.toString());
    return Finding.AWAY;
  }

  /** Whether the next query is likely to fail in the same way. */
  private static boolean isAboutTheStore(RuntimeException e) {
    return !(e instanceof EmbeddingException)
        && !(e instanceof VectorStoreException failure
            && failure.kind() == VectorStoreException.Kind.REJECTED);
  }
}
