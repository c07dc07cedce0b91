package com.aisle.collect;

import com.aisle.events.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event.
 *
 * @param eventId as it was given; null when it could not be read
 * @param errors why it was refused; empty when it was accepted
 */
record Verdict(@Nullable String eventId, List<Violation> errors) {

  boolean accepted() {
    return errors.isEmpty();
  }
}
