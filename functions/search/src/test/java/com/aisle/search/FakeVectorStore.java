package com.aisle.search;

import com.aisle.catalog.filter.Filter;
import com.aisle.vectors.Neighbour;
import com.aisle.vectors.Space;
import com.aisle.vectors.SpaceStats;
import com.aisle.vectors.VectorRecord;
import com.aisle.vectors.VectorStore;
import com.aisle.vectors.VectorStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers every query with the same neighbours, or fails; remembers what it was asked. */
final class FakeVectorStore implements VectorStore {

  record Question(String space, float[] query, int limit, Filter filter, Duration deadline) {}

  final List<Question> questions = new ArrayList<>();
  List<Neighbour> neighbours = List.of();
  VectorStoreException failure;
  int closed;

  void failAs(VectorStoreException.Kind kind) {
    failure = new VectorStoreException(kind, "told to fail", null);
  }

  Question lastQuestion() {
    return questions.getLast();
  }

  @Override
  public List<Neighbour> nearest(
      Space space, float[] query, int limit, Filter filter, Duration deadline) {
    questions.add(new Question(space.name(), query, limit, filter, deadline));
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(neighbours);
  }

  @Override
  public void close() {
    closed++;
  }

  @Override
  public void ensure(Space space) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void upsert(Space space, List<VectorRecord> records) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void patch(Space space, String id, Map<String, Object> metadata) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Space space, Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, VectorRecord> fetch(Space space, Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SpaceStats stats(Space space) {
    throw new UnsupportedOperationException();
  }
}
