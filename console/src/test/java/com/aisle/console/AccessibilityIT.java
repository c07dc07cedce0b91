package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2 at level AA, as far as axe-core can tell. */
class AccessibilityIT extends ConsoleTest {
  private static final String AXE = read("/axe-core@4.14.1/axe.min.js");

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Colours and widths are the style sheet's alone, so that a page need not be loaded for each. */
  @ParameterizedTest
  @FieldSource("com.aisle.console.Pages#ALL")
  void page_hasNoViolation_inBothThemesAndOnAPhone(String page) {
    show(page, "?country=GB");
    for (String scheme : List.of("light", "dark")) {
      browser.colours(scheme);
      assertAccessible(scheme);
    }
    browser.colours("light");
    browser.size(390, 900);
    browser.until("a phone's width", "return innerWidth === 390");
    assertAccessible("phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void states_haveNoViolation(String scheme) {
    browser.colours(scheme);
    server.mood(ConsoleServer.Mood.BROKEN);
    show("searches", "");
    assertAccessible("error");
    server.mood(ConsoleServer.Mood.WELL);
    server.reports().nothingSent(true);
    show("searches", "");
    assertAccessible("nothing sent");
    server.reports().nothingSent(false);
    show("searches", "?country=AQ");
    assertAccessible("no match");
    server.reports().notice("demo");
    server.reports().staleSince(java.time.Instant.parse("2026-11-24T05:22:00Z"));
    show("overview", "?view=overview");
    assertAccessible("stale, as a table");
    browser.script(
        "document.querySelectorAll('menu-button.range > button, .explanation > button').forEach(b => b.click())");
    assertAccessible("menus open");
    server.mood(ConsoleServer.Mood.HELD);
    visit("products", "");
    untilPresent(".skeleton");
    assertAccessible("loading");
  }

  @Test
  void signIn_hasNoViolation() {
    browser.driver().get(server.page("products", ""));
    browser.script("sessionStorage.clear()");
    browser.driver().get(server.page("overview", ""));
    untilPresent("[data-state=sign-in]");
    assertAccessible("sign in");
  }

  private void assertAccessible(String what) {
    if (browser.<Boolean>script("return globalThis.axe === undefined")) {
      browser.script(AXE);
    }
    List<String> violations =
        browser.script(
            """
            return axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations']})
              .then(result => result.violations.flatMap(({id, nodes}) =>
                nodes.map(node => id + ': ' + node.html.slice(0, 200) + ' ' + (node.any[0]?.message ?? ''))));
            """);
    assertThat(violations).as(what).isEmpty();
  }
}
