package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every way through dead letters keeps to. */
abstract class DeadLettersContract {

  abstract DeadLetters deadLetters();

  abstract void put(String body);

  @Test
  void revise_removesReplacesAndLeaves() {
    IntStream.range(0, 25).forEach(i -> put("letter " + i));
    DeadLetters letters = deadLetters();

    int revised =
        letters.revise(
            body ->
                switch (body) {
                  case "letter 3", "letter 17" -> Optional.empty();
                  case "letter 9" -> Optional.of("new 9");
                  default -> Optional.of(body);
                });

    assertThat(revised).isEqualTo(3);
    assertThat(bodies(letters))
        .hasSize(23)
        .contains("new 9", "letter 0", "letter 24")
        .doesNotContain("letter 3", "letter 9", "letter 17");
  }

  @Test
  void revise_ofNothing_isNoError() {
    assertThat(deadLetters().revise(body -> Optional.empty())).isZero();
  }

  private static List<String> bodies(DeadLetters letters) {
    List<String> bodies = new ArrayList<>();
    letters.revise(
        body -> {
          bodies.add(body);
          return Optional.of(body);
        });
    return bodies;
  }
}
