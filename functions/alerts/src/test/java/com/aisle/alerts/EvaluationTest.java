package com.aisle.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.storage.ConditionFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EvaluationTest {

  private static final Duration LATER = Duration.ofMinutes(5);
  private static final String NIGHT = ",\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\"}";

  private final Scene scene = new Scene();

  @Test
  void alert_thatBeginsToHold_isToldOnce_andItsRecoveryToo() {
    scene.define("");
    for (String rate : new String[] {"0.1", "0.3", "0.4", "0.2", "0.1"}) {
      scene.run(LATER, rate);
    }

    assertThat(scene.kinds()).containsExactly("fired", "recovered");
    JsonNode fired = scene.messages().getFirst();
    assertThat(fired.path("value").asString()).isEqualTo("0.3");
    assertThat(fired.path("threshold").asString()).isEqualTo("0.2");
    assertThat(fired.path("since").asString()).isEqualTo("2026-11-24T12:10:00Z");
    assertThat(fired.path("link").asString())
        .isEqualTo("https://shop.example/console/searches.html?from=2026-11-24&to=2026-11-24");
    assertThat(scene.reports.asked)
        .contains(
            Map.of("kind", "top", "from", "2026-11-24", "to", "2026-11-24", "timezone", "UTC"));
  }

  @Test
  void alert_thatLasts_isRepeatedAfterItsTime() {
    scene.define(",\"repeatAfter\":\"PT6H\"");
    scene.run(LATER, "0.3");
    scene.run(Duration.ofHours(5), "0.3");
    scene.run(Duration.ofHours(1), "0.3");
    scene.run(Duration.ofHours(1), "0.3");

    assertThat(scene.kinds()).containsExactly("fired", "repeated");
  }

  @Test
  void quietHours_holdBack_andWhatLastsIsToldOnceAfterwards() {
    scene.define(NIGHT + ",\"repeatAfter\":\"PT1H\"");
    scene.run(Duration.ofHours(11), "0.3");
    scene.run(Duration.ofHours(2), "0.3");
    assertThat(scene.kinds()).isEmpty();

    scene.run(Duration.ofHours(6), "0.3");

    assertThat(scene.kinds()).containsExactly("fired");
    assertThat(scene.messages().getFirst().path("since").asString())
        .isEqualTo("2026-11-24T23:00:00Z");
  }

  @Test
  void quietHours_swallowWhatCameAndWentInThem() {
    scene.define(NIGHT);
    scene.run(Duration.ofHours(11), "0.3");
    scene.run(Duration.ofHours(1), "0.1");
    scene.run(Duration.ofHours(8), "0.1");

    assertThat(scene.kinds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"totals\":{\"no_result_rate\":0},\"staleSince\":\"2026-11-24T12:00:00Z\"}",
        "{\"totals\":{\"no_result_rate\":null}}",
        "{\"totals\":{}}"
      })
  void numberThatIsMissing_isNoZero(String answer) {
    scene.define("");
    scene.run(LATER, "0.3");
    scene.reports.answer(answer);
    scene.run();

    assertThat(scene.kinds()).containsExactly("fired");
    AlertState state = scene.store.state(Scene.ID).state();
    assertThat(state.firing()).isTrue();
    assertThat(state.value()).isEqualTo("0.3");
    assertThat(state.problem()).isNotBlank();
  }

  @Test
  void tooFew_areNotJudged() {
    scene.define(",\"minimum\":501,\"minimumOf\":\"searches\"");
    scene.run(LATER, "0.9");
    assertThat(scene.kinds()).isEmpty();

    scene.define(",\"minimum\":500,\"minimumOf\":\"searches\"");
    scene.run(LATER, "0.9");
    assertThat(scene.kinds()).containsExactly("fired");
  }

  @ParameterizedTest
  @CsvSource({
    "130, up, previous, 1",
    "129, up, previous, 0",
    "70, up, previous, 0",
    "70, down, previous, 1",
    "70, any, previous, 1",
    "130, up, same_weekday, 0",
    "30, any, same_weekday, 1"
  })
  void change_isMeasuredAgainstTheEarlierDay(
      String value, String direction, String against, int messages) {
    scene.put(
        """
        {"name":"Searches","report":"searches","measure":"no_result_rate","condition":
         {"change":{"by":0.3,"direction":"%s","against":"%s"}}}"""
            .formatted(direction, against));
    scene.reports.totalOn("2026-11-23", value);
    scene.reports.totalOn("2026-11-22", "100");
    scene.reports.totalOn("2026-11-16", "125");
    scene.run();

    assertThat(scene.kinds()).hasSize(messages);
  }

  @ParameterizedTest
  @CsvSource({"30, 100, fired", "20, 100, ''", "5, 0, ''"})
  void measure_perAnother_isTheirRatio(String measure, String per, String kind) {
    scene.put(
        """
        {"name":"Nothing found","report":"searches","measure":"without_result","per":"intents",
         "condition":{"above":0.2}}""");
    scene.reports.answer(
        "{\"totals\":{\"without_result\":%s,\"intents\":%s}}".formatted(measure, per));
    scene.run();

    assertThat(String.join(",", scene.kinds())).isEqualTo(kind);
  }

  @Test
  void change_fromZero_isNone() {
    scene.put(
        """
        {"name":"a","report":"searches","measure":"no_result_rate",
         "condition":{"change":{"by":0.3}}}""");
    scene.reports.totalOn("2026-11-23", "5");
    scene.reports.totalOn("2026-11-22", "0");
    scene.run();

    assertThat(scene.kinds()).isEmpty();
    assertThat(scene.store.state(Scene.ID).state().problem()).contains("earlier number is 0");
  }

  @Test
  void row_isFoundByItsColumns() {
    scene.put(
        """
        {"name":"GBP","report":"revenue","measure":"net","row":{"currency":"GBP"},
         "condition":{"below":100}}""");
    scene.reports.answer(
        """
        {"columns":[{"name":"currency"},{"name":"net"}],
         "rows":[["EUR","500.00"],["GBP","99.99"]],"totals":{"net":"599.99"}}""");
    scene.run();

    assertThat(scene.messages().getFirst().path("value").asString()).isEqualTo("99.99");
  }

  @Test
  void stateOfAnotherRun_isNotOverwritten() {
    scene.define("");
    scene.reports.total("0.3");
    AlertStore.Stored before = scene.store.state(Scene.ID);
    scene.run();

    // What a run at the same time would do now, which had read the state before.
    assertThatThrownBy(() -> scene.store.putState(Scene.ID, before.state(), before))
        .isInstanceOf(ConditionFailedException.class);
    scene.run();
    assertThat(scene.kinds()).containsExactly("fired");
  }

  @Test
  void topicThatIsAway_isToldLater_byTheSameMessage() {
    scene.define("");
    scene.topic.failAfter(0, 1);
    scene.run(LATER, "0.3");
    assertThat(scene.kinds()).isEmpty();
    scene.run(Duration.ofMinutes(1), "0.3");
    assertThat(scene.kinds()).as("another run may still be sending").isEmpty();

    scene.run(LATER, "0.3");

    assertThat(scene.kinds()).containsExactly("fired");
    assertThat(scene.messages().getFirst().path("id").asString())
        .isEqualTo("no-result:fired:2026-11-24T12:05:00Z");
  }

  @Test
  void alertThatIsBroken_doesNotKeepTheOthers() {
    scene.define("");
    scene.store.putDefinition("broken", "{}".getBytes(UTF_8), com.aisle.storage.Condition.none());
    scene.reports.total("0.3");

    assertThat(scene.run()).isEqualTo(new Evaluation.Summary(2, 1, 1, 1));
  }

  @Test
  void days_areThoseOfTheAlertsZone() {
    scene.define(",\"timezone\":\"Asia/Taipei\",\"days\":7");
    scene.clock.now = Instant.parse("2026-11-24T17:00:00Z");
    scene.run();

    assertThat(scene.reports.asked.getFirst())
        .containsEntry("from", "2026-11-19")
        .containsEntry("to", "2026-11-25")
        .containsEntry("timezone", "Asia/Taipei");
  }
}
