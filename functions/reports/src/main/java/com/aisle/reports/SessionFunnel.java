package com.aisle.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A funnel within sessions: each step is looked for in the session's letters behind the one before.
 * Taking the first place each time finds the whole way if there is one.
 */
final class SessionFunnel {

  private final List<Step> steps;
  private final boolean strict;

  /**
   * A funnel.
   *
   * @param strict whether nothing else may lie between two steps
   */
  SessionFunnel(List<Step> steps, boolean strict) {
    this.steps = steps;
    this.strict = strict;
  }

  FunnelCounts ask(Facts facts) {
    Row found = Row.of(facts.ask(sql(facts.sessions()))).getFirst();
    List<Long> reached = new ArrayList<>();
    List<@Nullable Double> medians = new ArrayList<>();
    for (int i = 1; i <= steps.size(); i++) {
      reached.add(found.count("reached" + i));
      boolean known = i > 1 && reached.getLast() > 0;
      medians.add(known ? ((Number) found.value("seconds" + i)).doubleValue() : null);
    }
    return new FunnelCounts(reached, medians);
  }

  private String sql(String sessions) {
    String counts = numbered(1, i -> "countIf(at%1$d > 0) AS reached%1$d".formatted(i));
    String medians =
        numbered(
            2,
            i ->
                "quantileExactInclusiveIf(0.5)(offsets[%s] - offsets[%s], at%d > 0) AS seconds%d"
                    .formatted(place(i, i), place(i, i - 1), i, i));
    return "SELECT %s,\n  %s\nFROM (\n  SELECT offsets, %s\n  FROM %s)"
        .formatted(counts, medians, numbered(1, this::at), sessions);
  }

  /** Where the steps up to this one are: of the ordered funnel this step, of the strict one all. */
  private String at(int i) {
    if (strict) {
      return "position(steps, '%s') AS at%d".formatted(letters(i), i);
    }
    char letter = steps.get(i - 1).letter();
    return i == 1
        ? "position(steps, '%s') AS at1".formatted(letter)
        : "if(at%1$d = 0, 0, position(steps, '%2$s', at%1$d + 1)) AS at%3$d"
            .formatted(i - 1, letter, i);
  }

  /** Where a step of the way to {@code end} lies in the session. */
  private String place(int end, int step) {
    return strict ? "at%d + %d".formatted(end, step - 1) : "at" + step;
  }

  private String letters(int count) {
    return steps.stream()
        .limit(count)
        .map(step -> String.valueOf(step.letter()))
        .collect(Collectors.joining());
  }

  private String numbered(int first, IntFunction<String> column) {
    return IntStream.rangeClosed(first, steps.size())
        .mapToObj(column)
        .collect(Collectors.joining(",\n  "));
  }
}
