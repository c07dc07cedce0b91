package com.aisle.local.launcher.replay;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of what was refused and has not been replayed. */
final class RejectedRows {

  private final UnaryOperator<String> warehouse;

  RejectedRows(UnaryOperator<String> warehouse) {
    this.warehouse = warehouse;
  }

  /** Oldest first; as the queue takes them, with pseudonyms as text. */
  List<ObjectNode> open(int most) {
    String sql =
        """
        SELECT toString(day) AS day, toString(rejected_at) AS rejected_at, rejection_id, source, reason, event_id,
               toString(person) AS person, toString(client) AS client, toString(user) AS user, payload
        FROM rejected_events FINAL WHERE replayed_at IS NULL
        ORDER BY rejected_at, rejection_id LIMIT %d FORMAT JSONEachRow
        """
            .formatted(most);
    return warehouse
        .apply(sql)
        .lines()
        .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
        .toList();
  }

  /** What was refused, as JSON; missing when it was not even that. */
  static JsonNode payload(JsonNode row) {
    try {
      return JsonMapper.shared().readTree(row.path("payload").asString());
    } catch (tools.jackson.core.JacksonException notJson) {
      return JsonMapper.shared().missingNode();
    }
  }
}
