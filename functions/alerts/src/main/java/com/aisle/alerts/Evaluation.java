package com.aisle.alerts;

import com.aisle.alerts.AlertState.News;
import com.aisle.alerts.AlertStore.Stored;
import com.aisle.messaging.Publisher;
import com.aisle.storage.ConditionFailedException;
import com.aisle.storage.StoredObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every alert and tells what is new. Two runs at once tell nothing twice: the one whose
 * state is written first sends. A run that dies between is made up for by a later one.
 */
final class Evaluation {

  private static final Logger LOGGER = LoggerFactory.getLogger(Evaluation.class);

  private final AlertStore store;
  private final Judge judge;
  private final AlertMessage messages;
  private final Publisher topic;
  private final Clock clock;

  Evaluation(AlertStore store, Judge judge, AlertMessage messages, Publisher topic, Clock clock) {
    this.store = store;
    this.judge = judge;
    this.messages = messages;
    this.topic = topic;
    this.clock = clock;
  }

  /** How many alerts there are, hold, told something, and could not be looked at. */
  record Summary(int alerts, int firing, int told, int failed) {}

  /** Looks at all alerts; one that fails does not keep the others from it. */
  Summary run() {
    int firing = 0;
    int told = 0;
    int failed = 0;
    List<String> ids = store.ids();
    for (String id : ids) {
      try {
        Optional<StoredObject> definition = store.definition(id);
        if (definition.isPresent()) {
          Outcome outcome = look(id, DefinitionReader.read(definition.get().bytes()));
          firing += outcome.firing() ? 1 : 0;
          told += outcome.told() ? 1 : 0;
        }
      } catch (ConditionFailedException e) {
        LOGGER.info("alert {} is in another run's hands", id);
      } catch (RuntimeException e) {
        failed++;
        LOGGER.error("alert {} could not be looked at", id, e);
      }
    }
    return new Summary(ids.size(), firing, told, failed);
  }

  private record Outcome(boolean firing, boolean told) {}

  private Outcome look(String id, AlertDefinition alert) {
    Instant now = clock.instant();
    Stored before = store.state(id);
    AlertState state;
    Judgement judgement = null;
    try {
      judgement = judge.judge(alert, now);
      state = before.state().judged(judgement.holds(), judgement.value().toPlainString(), now);
    } catch (ReportUnavailableException e) {
      state = before.state().unjudged(String.valueOf(e.getMessage()));
    }
    News news = state.news(alert, now);
    if (news == News.NONE) {
      store.putState(id, state, before);
      return new Outcome(state.firing(), false);
    }
    Stored claimed = store.putState(id, state.sending(now), before);
    tell(id, alert, news, claimed.state(), judgement, now);
    store.putState(id, claimed.state().told(now), claimed);
    return new Outcome(state.firing(), true);
  }

  private void tell(
      String id,
      AlertDefinition alert,
      News news,
      AlertState state,
      @Nullable Judgement judgement,
      Instant now) {
    topic.publish(List.of(messages.of(id, alert, news, state, judgement, now)));
    LOGGER.info("alert {} {}: {} is {}", id, news, alert.measure(), state.value());
  }
}
