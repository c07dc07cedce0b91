package com.aisle.alerts;

import com.aisle.storage.Condition;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Definitions and states of alerts, each an object of its own. */
final class AlertStore {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String DEFINITIONS = "alerts/definitions/";
  private static final String STATES = "alerts/states/";
  private static final String SUFFIX = ".json";

  private final ObjectStore objects;

  /** A state with the tag that it has in the store; empty when it is not there yet. */
  record Stored(AlertState state, Optional<String> tag) {}

  AlertStore(ObjectStore objects) {
    this.objects = objects;
  }

  List<String> ids() {
    try (Stream<String> keys = objects.list(DEFINITIONS).map(object -> object.key())) {
      return keys.map(key -> key.substring(DEFINITIONS.length(), key.length() - SUFFIX.length()))
          .toList();
    }
  }

  Optional<StoredObject> definition(String id) {
    return objects.get(DEFINITIONS + id + SUFFIX);
  }

  /**
   * Keeps a definition; what was known of the alert's state belongs to the one before.
   *
   * @return its tag
   * @throws com.aisle.storage.ConditionFailedException when somebody else changed it meanwhile
   */
  String putDefinition(String id, byte[] json, Condition condition) {
    String tag = objects.put(DEFINITIONS + id + SUFFIX, json, condition);
    objects.delete(List.of(STATES + id + SUFFIX));
    return tag;
  }

  void delete(String id) {
    objects.delete(List.of(DEFINITIONS + id + SUFFIX, STATES + id + SUFFIX));
  }

  Stored state(String id) {
    return objects
        .get(STATES + id + SUFFIX)
        .map(
            object ->
                new Stored(
                    JSON.readValue(object.bytes(), AlertState.class), Optional.of(object.tag())))
        .orElse(new Stored(AlertState.NEW, Optional.empty()));
  }

  /**
   * Replaces a state.
   *
   * @throws com.aisle.storage.ConditionFailedException when another run was there first
   */
  Stored putState(String id, AlertState state, Stored before) {
    Condition condition = before.tag().map(Condition::unchanged).orElseGet(Condition::absent);
    byte[] json = JSON.writeValueAsBytes(state);
    return new Stored(state, Optional.of(objects.put(STATES + id + SUFFIX, json, condition)));
  }
}
