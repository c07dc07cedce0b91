package com.aisle.alerts;

import com.aisle.alerts.AlertDefinition.Range;
import com.aisle.alerts.AlertState.News;
import com.aisle.messaging.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is told, as JSON. */
final class AlertMessage {

  private static final Set<String> PAGES =
      Set.of(
          "overview",
          "revenue",
          "sessions",
          "products",
          "searches",
          "funnel",
          "retention",
          "attribution",
          "paths",
          "recommendations",
          "rfm");

  private final String consoleUrl;

  /**
   * Messages with links.
   *
   * @param consoleUrl where the console is, with a slash at its end
   */
  AlertMessage(String consoleUrl) {
    this.consoleUrl = consoleUrl;
  }

  Message of(
      String id,
      AlertDefinition alert,
      News news,
      AlertState state,
      @Nullable Judgement judgement,
      Instant now) {
    String kind = news.name().toLowerCase(Locale.ROOT);
    Map<String, Object> message = new LinkedHashMap<>();
    // The same for a message that is sent twice.
    message.put("id", "%s:%s:%s".formatted(id, kind, news == News.REPEATED ? now : state.since()));
    message.put("alert", id);
    message.put("name", alert.name());
    message.put("kind", kind);
    message.put("report", alert.report());
    message.put("measure", alert.measure());
    message.put("row", alert.row());
    message.put("value", String.valueOf(state.value()));
    if (judgement != null) {
      message.put("threshold", judgement.threshold().toPlainString());
      if (judgement.earlier() != null) {
        message.put("earlier", judgement.earlier().toPlainString());
      }
    }
    message.put("since", String.valueOf(state.since()));
    message.put("at", now.toString());
    message.put("link", link(alert, now));
    message.put(
        "text",
        "%s: %s of %s is %s (%s since %s)"
            .formatted(
                alert.name(), alert.measure(), alert.report(), state.value(), kind, state.since()));
    return Message.of(JsonMapper.shared().writeValueAsString(message));
  }

  private String link(AlertDefinition alert, Instant now) {
    Range range = alert.range(now);
    String page = PAGES.contains(alert.report()) ? alert.report() : "overview";
    return "%s%s.html?from=%s&to=%s".formatted(consoleUrl, page, range.from(), range.to());
  }
}
