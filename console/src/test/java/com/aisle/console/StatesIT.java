package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.console.ConsoleServer.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What stands there when there are no numbers, or old ones. */
class StatesIT extends ConsoleTest {
  private static final String HIDE =
      """
      Object.defineProperty(document, 'hidden', {configurable: true, get: () => arguments[0]});
      document.dispatchEvent(new Event('visibilitychange'));
      """;
  private static final String LATER =
      "const now = Date.now.bind(Date); Date.now = () => now() + arguments[0] * 1000;";

  @Test
  void loading_isASkeleton_andOldNumbersStayDimmed() {
    server.mood(Mood.HELD);
    visit("funnel", "");
    untilPresent(".skeleton");
    server.mood(Mood.WELL);
    Pages.settled(browser);
    server.mood(Mood.HELD);
    find(".tool").click();
    untilPresent(".panel.reloading[aria-busy=true]");
    assertThat(texts(".funnel li")).hasSize(4);
  }

  @Test
  void nothing_isThreeDifferentThings() {
    server.reports().nothingSent(true);
    show("searches", "");
    assertThat(state("nothing-sent")).contains("No event has arrived yet", "tracker.js");
    server.reports().nothingSent(false);
    server.reports().quiet(true);
    show("searches", "");
    assertThat(state("nothing-in-range")).contains("Nothing happened in this range");
    server.reports().quiet(false);
    show("searches", "?country=AQ");
    assertThat(state("no-match")).contains("Nothing matches the filters");
    find("[data-state=no-match] button").click();
    untilPresent("tbody tr");
  }

  /**
   * The API refuses a filter that a report does not know: it is not asked for, and the panel says
   * so.
   */
  @Test
  void filterThatAReportDoesNotKnow_isNotAskedFor() {
    show("searches", "?source=newsletter&country=GB");
    assertThat(state("not-narrowed")).contains("Source").doesNotContain("Country");
    Query asked = Query.of(server.requestsTo("/v1/reports/searches").getLast());
    assertThat(asked.all("source")).isEmpty();
    assertThat(asked.all("country")).containsExactly("GB");
  }

  @Test
  void error_saysWhatAndWhichRequest_andTryingAgainHelps() {
    server.mood(Mood.BROKEN);
    show("searches", "");
    assertThat(state("server"))
        .contains("The server made a mistake", "the fixture is broken", "Request fixture-");
    server.mood(Mood.WELL);
    find("[data-state=server] button").click();
    untilPresent("tbody tr");
  }

  @Test
  void withoutPermission_theFrameStays() {
    server.mood(Mood.FORBIDDEN);
    show("searches", "");
    assertThat(state("forbidden")).contains("You may not see this report", "right to read reports");
    assertThat(texts(".side a")).isNotEmpty();
  }

  @Test
  void staleNumbers_sayThatTheyAre_andADemoToo() {
    server.reports().staleSince(Instant.parse("2026-11-24T05:22:00Z"));
    server.reports().notice("demo");
    show("overview", "");
    assertThat(state("stale")).contains("24 Nov", "05:22", "last good numbers");
    assertThat(state("notice")).contains("Demo data");
    assertThat(texts(".figure")).isNotEmpty();
  }

  @Test
  void apiAway_theAgeCountsOn_andTheNumbersStayUnderABanner() {
    show("live", "");
    List<String> figures = texts(".figure");
    server.mood(Mood.AWAY);
    untilPresent("[data-state=kept]");
    assertThat(state("kept")).contains("cannot be reached").containsPattern("\\d\\d:\\d\\d:\\d\\d");
    assertThat(texts(".figure")).isEqualTo(figures);
    String age = find("data-age").getText();
    browser.until("an age that ticks", () -> !find("data-age").getText().equals(age));

    browser.script(LATER, 60);
    browser.until("amber", () -> "amber".equals(find("data-age").getDomAttribute("data-level")));
    browser.script(LATER, 60);
    browser.until("red", () -> "red".equals(find("data-age").getDomAttribute("data-level")));
    assertThat(find("data-age").getText()).contains("min");

    server.mood(Mood.WELL);
    browser.until("fresh", () -> "fresh".equals(find("data-age").getDomAttribute("data-level")));
    assertThat(
            browser.driver().findElements(org.openqa.selenium.By.cssSelector("[data-state=kept]")))
        .isEmpty();
  }

  @Test
  void hiddenTab_asksNothing_andOnceOnReturn() {
    show("live", "");
    browser.script(HIDE, true);
    int before = server.requestsTo("/v1/").size();
    Awaitility.await()
        .during(Duration.ofSeconds(11))
        .atMost(Duration.ofSeconds(13))
        .until(() -> server.requestsTo("/v1/").size() == before);
    browser.script(HIDE, false);
    browser.until("one question", () -> server.requestsTo("/v1/").size() == before + 1);
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(3))
        .until(() -> server.requestsTo("/v1/").size() == before + 1);
  }

  @Test
  void live_asksEveryFiveSeconds_unlessPaused() {
    show("live", "");
    int before = server.requestsTo("/v1/reports/realtime").size();
    browser.until(
        "the next two", () -> server.requestsTo("/v1/reports/realtime").size() >= before + 2);
    find(".panel-tools button").click();
    int paused = server.requestsTo("/v1/reports/realtime").size();
    Awaitility.await()
        .during(Duration.ofSeconds(6))
        .atMost(Duration.ofSeconds(8))
        .until(() -> server.requestsTo("/v1/reports/realtime").size() == paused);
  }

  /** A late answer to an older question is not taken for the new one's. */
  @Test
  void latestQuestion_wins() {
    server.mood(Mood.HELD);
    visit("overview", "?range=7d");
    untilPresent(".skeleton");
    browser.script("document.querySelector('menu-button.range > button').click()");
    browser.script("document.querySelectorAll('menu-button.range .choices button')[4].click()");
    browser.until("the second question", "return location.search.includes('range=91d')");
    server.mood(Mood.WELL);
    Pages.settled(browser);
    assertThat(find("chart-box").getDomAttribute("data-buckets")).isEqualTo("91");
  }

  private String state(String name) {
    untilPresent("[data-state='" + name + "']");
    return find("[data-state='" + name + "']").getText();
  }
}
