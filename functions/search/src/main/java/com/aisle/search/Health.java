package com.aisle.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the search function and what it depends on are.
 *
 * @param models by language
 * @param vectors the products' vectors, by language
 */
record Health(Status status, Index index, Map<String, Part> models, Map<String, Part> vectors) {

  /** How it is as a whole. */
  enum Status {
    /** Everything works. */
    OK,
    /** Searches are answered, but not as well as they could be. */
    DEGRADED,
    /** Searches cannot be answered. */
    DOWN;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How one part of it is. */
  enum State {
    OK,
    /** It can be reached, but there is nothing in it yet. */
    EMPTY,
    /** It cannot be reached or does not work. */
    AWAY;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The text index.
   *
   * @param age seconds since the version was published
   * @param products how many can be found
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Index(
      State state, @Nullable Long generation, @Nullable Long age, @Nullable Long products) {

    static Index without(State state) {
      return new Index(state, null, null, null);
    }
  }

  /**
   * A model or a space of vectors.
   *
   * @param took milliseconds that it needed for one query
   */
  record Part(State state, double took) {}

  static Health of(Index index, Map<String, Part> models, Map<String, Part> vectors) {
    boolean meaning =
        models.values().stream().allMatch(part -> part.state() == State.OK)
            && vectors.values().stream().noneMatch(part -> part.state() == State.AWAY);
    Status answering = meaning ? Status.OK : Status.DEGRADED;
    return new Health(index.state() == State.OK ? answering : Status.DOWN, index, models, vectors);
  }
}
