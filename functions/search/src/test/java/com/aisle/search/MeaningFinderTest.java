package com.aisle.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aisle.catalog.filter.Filter;
import com.aisle.embeddings.Embedder;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.EmbeddingException;
import com.aisle.embeddings.EmbeddingModel;
import com.aisle.embeddings.Language;
import com.aisle.search.MeaningFinder.Finding;
import com.aisle.textindex.MeaningHit;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.VectorStoreException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeaningFinderTest {

  private static final SearchConfig CONFIG = Shop.CONFIG;

  private final SettableTime time = new SettableTime();
  private final FakeVectorStore store = new FakeVectorStore();
  private final SlowEmbedder embedder = new SlowEmbedder();
  private final MeaningFinder finder = finder(CONFIG);

  @Test
  void finding_carriesTheNeighbours_andTheWeightOfTheLanguage() {
    store.neighbours = List.of(new Neighbour("a", .9f));

    Finding english = find("mug");
    Finding chinese = find("紅色 mug");

    assertThat(english.away()).isFalse();
    assertThat(english.meaning().hits()).containsExactly(new MeaningHit("a", .9f));
    assertThat(english.meaning().weight()).isEqualTo(.45, within(1e-9));
    assertThat(english.meaning().floor()).isEqualTo(.4, within(1e-9));
    assertThat(chinese.meaning().weight()).isEqualTo(.6, within(1e-9));
  }

  @Test
  void store_getsWhatEmbeddingLeftOfTheBudget() {
    embedder.takes = Duration.ofMillis(40);

    find("mug");

    assertThat(store.lastQuestion().deadline()).isEqualTo(Duration.ofMillis(110));
  }

  @Test
  void embedding_thatTakesTheWholeBudget_leavesTheStoreAlone() {
    embedder.takes = Duration.ofMillis(150);

    assertThat(find("mug").away()).isTrue();
    assertThat(store.questions).isEmpty();
  }

  @Test
  void sameQuery_isEmbeddedOnce() {
    find("mug");
    find("mug");
    find("cup");

    assertThat(embedder.embedded).isEqualTo(2);
    assertThat(store.questions).hasSize(3);
  }

  @Test
  void cacheOfNothing_embedsEachTime() {
    MeaningFinder uncached = finder(Shop.config(Map.of("AISLE_QUERY_VECTORS_CACHED", "0")));

    uncached.find("mug", Filter.all());
    uncached.find("mug", Filter.all());

    assertThat(embedder.embedded).isEqualTo(2);
  }

  @Test
  void embedder_thatFails_isSaid_andTheNextQueryTriesAgain() {
    embedder.broken = true;
    for (int i = 0; i < 10; i++) {
      assertThat(find("mug").away()).isTrue();
    }
    embedder.broken = false;

    assertThat(find("mug").away()).isFalse();
  }

  @Test
  void store_afterFailuresInARow_isLeftAlone_thenOneQueryTries() {
    store.failAs(Kind.UNAVAILABLE);
    for (int i = 0; i < 8; i++) {
      assertThat(find("mug").away()).isTrue();
    }
    assertThat(store.questions).as("asked until the breaker opened").hasSize(5);

    time.advance(CONFIG.pause().minusMillis(1));
    assertThat(find("mug").away()).isTrue();
    assertThat(store.questions).hasSize(5);

    time.advance(Duration.ofMillis(2));
    find("mug");
    find("mug");
    assertThat(store.questions).as("one probe, which failed too").hasSize(6);

    time.advance(CONFIG.pause().plusMillis(1));
    store.failure = null;
    assertThat(find("mug").away()).isFalse();
    assertThat(find("mug").away()).isFalse();
    assertThat(store.questions).hasSize(8);
  }

  @Test
  void store_thatFailsNowAndThen_isAskedOn() {
    for (int i = 0; i < 20; i++) {
      store.failure = null;
      find("mug");
      store.failAs(Kind.UNAVAILABLE);
      find("mug");
    }

    assertThat(store.questions).hasSize(40);
  }

  @Test
  void queryThatTheStoreRefuses_saysNothingAboutTheOthers() {
    store.failAs(Kind.REJECTED);
    for (int i = 0; i < 10; i++) {
      assertThat(find("mug").away()).isTrue();
    }
    store.failure = null;

    assertThat(find("mug").away()).isFalse();
  }

  @Test
  void languageWithoutVectors_isNoFailure() {
    store.failAs(Kind.NO_SUCH_SPACE);
    for (int i = 0; i < 10; i++) {
      assertThat(find("杯")).isEqualTo(Finding.NOTHING);
    }
    assertThat(store.questions).hasSize(10);
  }

  @Test
  void store_thatCannotBeConnectedTo_isAway() {
    MeaningFinder unconnected =
        new MeaningFinder(
            new QueryVectors(embedders(), 0),
            new ProductVectors(
                () -> {
                  throw new IllegalStateException("no key");
                },
                embedders()),
            Breakers.vectors(CONFIG, time),
            CONFIG,
            time);

    assertThat(unconnected.find("mug", Filter.all()).away()).isTrue();
  }

  private Finding find(String text) {
    return finder.find(text, Filter.all());
  }

  private MeaningFinder finder(SearchConfig config) {
    return new MeaningFinder(
        new QueryVectors(embedders(), config.cachedQueryVectors()),
        new ProductVectors(() -> store, embedders()),
        Breakers.vectors(config, time),
        config,
        time);
  }

  private Embedders embedders() {
    return new Embedders(
        Map.of(
            Language.ENGLISH, EmbeddingModel.MINILM_L6_V2,
            Language.CHINESE, EmbeddingModel.BGE_SMALL_ZH_V15),
        model -> embedder);
  }

  private final class SlowEmbedder implements Embedder {

    private Duration takes = Duration.ZERO;
    private boolean broken;
    private int embedded;

    @Override
    public List<float[]> embed(List<String> texts) {
      if (broken) {
        throw new EmbeddingException("told to fail", null);
      }
      embedded += texts.size();
      time.advance(takes);
      return texts.stream().map(text -> new float[] {1, 0}).toList();
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public String model() {
      return "slow";
    }

    @Override
    public void close() {}
  }
}
