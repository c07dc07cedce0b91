package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the screen against what the fixture counted. */
class NumbersIT extends ConsoleTest {
  private static final String CARD = ".card:nth-child(%d) ";

  @Test
  void sevenDays_areSevenBuckets_ofWhichTodayIsOpen() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    show("overview", "?range=7d");

    Query asked = overviewQuestion();
    assertThat(asked.one("to")).isEqualTo(today.toString());
    assertThat(asked.one("from")).isEqualTo(today.minusDays(6).toString());
    assertThat(asked.one("granularity")).isEqualTo("day");
    assertThat(find("chart-box").getDomAttribute("data-buckets")).isEqualTo("7");
    assertThat(texts(".legend"))
        .first()
        .asString()
        .contains("Revenue (GBP)", "Not over yet", "Before");
    assertThat(find(".foot").getText()).contains("UTC");
  }

  @Test
  void totals_areTheReports_andChangesLeaveTheOpenDayOut() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    show("overview", "?range=7d");

    long orders =
        today.minusDays(6).datesUntil(today.plusDays(1)).mapToLong(FixtureReports::orders).sum();
    BigDecimal revenue = FixtureReports.ORDER_VALUE.multiply(BigDecimal.valueOf(orders));
    assertThat(find(CARD.formatted(1) + ".figure").getDomAttribute("title").replace('\u00a0', ' '))
        .isEqualTo("GBP %,.2f".formatted(revenue));
    assertThat(find(CARD.formatted(2) + ".figure").getText()).isEqualTo("%,d".formatted(orders));
    long now = today.minusDays(6).datesUntil(today).mapToLong(FixtureReports::orders).sum();
    long before =
        today.minusDays(13).datesUntil(today.minusDays(7)).mapToLong(FixtureReports::orders).sum();
    double change = Math.round(1000.0 * (now - before) / before) / 10.0;
    String shown = find(CARD.formatted(2) + ".change").getText().lines().findFirst().orElseThrow();
    assertThat(Double.parseDouble(shown.replaceAll("[^-0-9.]", ""))).isEqualTo(change);
  }

  @Test
  void chart_saysInWordsWhatItShows() {
    show("overview", "?range=7d&metric=orders");
    assertThat(find("chart-box").getDomAttribute("aria-label"))
        .startsWith("Orders from ")
        .contains("at most", "at least");
  }

  @Test
  void ownRange_isAskedForAsItIs_andAYearByWeeks() {
    show("overview", "?range=own&from=2026-02-01&to=2026-02-28&compare=none");
    assertThat(overviewQuestion().values())
        .containsEntry("from", List.of("2026-02-01"))
        .containsEntry("to", List.of("2026-02-28"))
        .containsEntry("compare", List.of("none"));
    assertThat(texts(".legend")).first().asString().doesNotContain("Not over yet");
    show("overview", "?range=12m");
    Query year = overviewQuestion();
    assertThat(year.one("granularity")).isEqualTo("week");
    assertThat(
            ChronoUnit.DAYS.between(
                LocalDate.parse(year.one("from")), LocalDate.parse(year.one("to"))))
        .isEqualTo(364);
    assertThat(texts(".legend")).first().asString().contains("Weeks start on Monday");
  }

  /**
   * The zone is the shop's: a page that learns it from the first answer asks again for that zone's
   * days.
   */
  @Test
  void days_areTheShops() {
    server.reports().timezone("Pacific/Kiritimati");
    try {
      show("overview", "?range=today");
      browser.until(
          "the zone", "return document.querySelector('.foot').textContent.includes('UTC+14')");
      LocalDate there = LocalDate.now(java.time.ZoneId.of("Pacific/Kiritimati"));
      browser.until(
          "the shop's today", () -> overviewQuestion().one("to").equals(there.toString()));
    } finally {
      server.reports().timezone("UTC");
      show("overview", "");
      browser.script("sessionStorage.removeItem('aisle.zone')");
    }
  }

  @Test
  void unknown_isADash_andMoneyHasItsCode() {
    show("searches", "");
    assertThat(texts("tbody tr:nth-child(4) td")).contains("–");
    show("products", "");
    assertThat(texts("tbody tr:first-child td").stream().map(text -> text.replace('\u00a0', ' ')))
        .contains("GBP 10,200.00");
  }

  @Test
  void retention_sharesAreOfTheCohort_andTheRunningPeriodIsHatched() {
    show("retention", "");
    assertThat(texts("tbody tr:nth-child(2) td").subList(0, 3))
        .containsExactly("800", "100.0%", "42.0%");
    assertThat(texts("tbody tr:last-child td").getFirst()).isEqualTo("470");
    assertThat(
            browser.<Boolean>script(
                "return document.querySelector('tbody tr:last-child td:nth-child(3)').matches('.hatched')"))
        .isTrue();
  }

  @Test
  void csv_isTheSameQuestion_withTheRowsOfTheScreen(@TempDir Path folder) throws IOException {
    browser
        .driver()
        .executeCdpCommand(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", folder.toString()));
    show("searches", "?country=GB&kind=without_result&sort=-intents");
    find(".panel-tools button").click();
    browser.until(
        "the file", () -> files(folder).anyMatch(path -> path.toString().endsWith(".csv")));

    List<Query> questions =
        server.requestsTo("/v1/reports/searches").stream().map(Query::of).toList();
    Query asFile = questions.getLast();
    assertThat(asFile.one("format")).isEqualTo("csv");
    Map<String, List<String>> onScreen = new java.util.LinkedHashMap<>(asFile.values());
    onScreen.remove("format");
    assertThat(onScreen).isEqualTo(questions.getFirst().values());
    assertThat(onScreen)
        .containsEntry("country", List.of("GB"))
        .containsEntry("sort", List.of("-intents"));
    String file = Files.readString(files(folder).findFirst().orElseThrow());
    assertThat(file).startsWith("\uFEFF").contains("'=1+1");
    List<String> rows =
        file.lines().skip(2).map(line -> line.split(",")[0].replaceFirst("^'", "")).toList();
    assertThat(rows).isEqualTo(texts("tbody th"));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Query overviewQuestion() {
    List<URI> asked = server.requestsTo("/v1/reports/overview");
    return Query.of(asked.getLast());
  }
}
