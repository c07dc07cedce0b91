package com.aisle.benchmarks.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.benchmarks.analytics.ReportQuestion.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ShopYearTest {

  @Test
  void edges_areOneADayAndEndWithAllVisits() {
    ShopYear year = new ShopYear(1_000_000, 1);

    assertThat(year.edges()).hasSize(365).isSorted();
    assertThat(year.edges().getLast()).isEqualTo(year.visits()).isEqualTo(100_000);
  }

  @Test
  void fingerprint_differsBySizeAndSeed() {
    assertThat(new ShopYear(1_000, 1).fingerprint())
        .isEqualTo(new ShopYear(1_000, 1).fingerprint())
        .isNotEqualTo(new ShopYear(2_000, 1).fingerprint())
        .isNotEqualTo(new ShopYear(1_000, 2).fingerprint());
  }

  @Test
  void eventCount_hasUnits() {
    EventCount count = new EventCount();

    assertThat(count.convert("20000")).isEqualTo(20_000);
    assertThat(count.convert("500k")).isEqualTo(500_000);
    assertThat(count.convert("100M")).isEqualTo(100_000_000);
    assertThatThrownBy(() -> count.convert("many"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'many' is no number of events");
  }

  @Test
  void any_questionsOfARun_differAndStayWithinTheYear() {
    RandomGenerator random = new SplittableRandom(7);
    Set<ReportQuestion> questions = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      ReportQuestion question = ReportQuestion.any("overview", Span.MONTH, true, i, random);
      questions.add(question);
      assertThat(question.from()).isBefore(question.to()).isAfter(ShopYear.FIRST_DAY);
      assertThat(question.to()).isBeforeOrEqualTo(ShopYear.LAST_DAY);
      assertThat(question.parameters()).containsEntry("compare", List.of("previous"));
    }

    assertThat(questions).hasSizeGreaterThan(20);
  }
}
