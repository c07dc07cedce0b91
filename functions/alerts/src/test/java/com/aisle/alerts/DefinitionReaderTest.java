package com.aisle.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.web.ProblemError;
import com.aisle.web.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {

  private static final String MINIMAL =
      "{\"name\":\"a\",\"report\":\"overview\",\"measure\":\"orders\",\"condition\":%s%s}";

  @Test
  void optionalFields_haveDefaults() {
    AlertDefinition alert = read(MINIMAL.formatted("{\"above\":1.5}", ""));

    assertThat(alert.condition()).isEqualTo(new Condition.Above(new BigDecimal("1.5")));
    assertThat(alert.days()).isEqualTo(1);
    assertThat(alert.untilToday()).isTrue();
    assertThat(alert.minimum()).isNull();
    assertThat(alert.minimumOf()).isEqualTo("orders");
    assertThat(alert.quiet()).isNull();
    assertThat(alert.repeatAfter()).isNull();
  }

  @Test
  void change_isAboutWholeDays() {
    AlertDefinition alert = read(MINIMAL.formatted("{\"change\":{\"by\":0.3}}", ""));

    assertThat(alert.untilToday()).isFalse();
    assertThat(alert.condition())
        .isEqualTo(
            new Condition.Change(
                new BigDecimal("0.3"), Condition.Direction.ANY, Condition.Against.PREVIOUS));
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 2026-11-24T23:30:00Z, true",
    "22:00, 07:00, 2026-11-24T06:59:59Z, true",
    "22:00, 07:00, 2026-11-24T07:00:00Z, false",
    "22:00, 07:00, 2026-11-24T21:59:59Z, false",
    "01:00, 05:00, 2026-11-24T00:59:59Z, false",
    "01:00, 05:00, 2026-11-24T03:00:00Z, true"
  })
  void quietHours_mayGoOverMidnight(String from, String to, Instant time, boolean quiet) {
    String more =
        ",\"quiet\":{\"from\":\"%s\",\"to\":\"%s\"},\"repeatAfter\":\"PT5M\"".formatted(from, to);
    AlertDefinition alert = read(MINIMAL.formatted("{\"above\":1}", more));

    assertThat(alert.isQuiet(time)).isEqualTo(quiet);
    assertThat(alert.repeatAfter()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void everythingWrong_isSaidAtOnce() {
    String json =
        """
        {"name":"","report":"Not a report","measure":"orders","colour":"red",
         "parameters":{"from":"2026-01-01","kind":["top"]},
         "condition":{"above":1,"below":"x"},"minimum":-1,"days":0,"until":"tomorrow",
         "timezone":"Mars/Base","quiet":{"from":"25:00","to":"07:00"},"repeatAfter":"PT1M"}""";

    assertThat(pointers(json))
        .containsExactlyInAnyOrder(
            "/colour",
            "/name",
            "/report",
            "/parameters/from",
            "/parameters/kind",
            "/condition",
            "/minimum",
            "/days",
            "/until",
            "/timezone",
            "/quiet/from",
            "/repeatAfter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"change\":{\"by\":0}} | /condition/change/by",
        "{\"change\":{\"by\":1,\"direction\":\"left\"}} | /condition/change/direction",
        "{\"change\":{\"by\":1,\"against\":\"x\"}} | /condition/change/against",
        "{\"above\":\"1\"} | /condition/above",
        "{} | /condition",
        "[] | /condition"
      })
  void condition_wrong_isNamed(String condition, String pointer) {
    assertThat(pointers(MINIMAL.formatted(condition, ""))).containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource({"{", "[]", "null", "''"})
  void noObject_isRefused(String json) {
    assertThat(pointers(json)).containsExactly("");
  }

  private static AlertDefinition read(String json) {
    return DefinitionReader.read(json.getBytes(UTF_8));
  }

  private static List<String> pointers(String json) {
    ProblemException refusal =
        Assertions.catchThrowableOfType(ProblemException.class, () -> read(json));
    return refusal.problem().errors().stream().map(ProblemError::pointer).toList();
  }
}
