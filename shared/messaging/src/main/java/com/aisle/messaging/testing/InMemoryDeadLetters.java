package com.aisle.messaging.testing;

import com.aisle.messaging.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Dead letters in memory. */
public final class InMemoryDeadLetters implements DeadLetters {

  private final List<String> bodies = new ArrayList<>();

  /** One more. */
  public synchronized void add(String body) {
    bodies.add(body);
  }

  /** What is there. */
  public synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  @Override
  public synchronized int revise(Function<String, Optional<String>> revision) {
    List<String> before = List.copyOf(bodies);
    bodies.clear();
    int revised = 0;
    for (String body : before) {
      Optional<String> after = revision.apply(body);
      after.ifPresent(bodies::add);
      revised += after.filter(body::equals).isPresent() ? 0 : 1;
    }
    return revised;
  }
}
