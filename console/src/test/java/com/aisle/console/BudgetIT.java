package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How much a first visit fetches. */
class BudgetIT extends ConsoleTest {
  private static final int MOST_BYTES = 60_000;

  @Test
  void firstView_isSmall_withoutTheChartLibrary() throws IOException {
    for (String page : Pages.ALL) {
      server.requests().clear();
      show(page, "");
      int bytes = 0;
      for (URI uri : server.requestsTo("/console/")) {
        if (!uri.getPath().contains("echarts")) {
          bytes += zipped(uri.getPath().substring("/console/".length()));
        }
      }
      assertThat(bytes).as(page).isGreaterThan(10_000).isLessThanOrEqualTo(MOST_BYTES);
    }
  }

  /** Making one takes a hundred times as long as using it; one for each value was a second. */
  @Test
  void formatters_areMadeOnce() {
    browser.beforeEveryPage(
        """
        window.made = [];
        for (const kind of ['DateTimeFormat', 'NumberFormat']) {
          Intl[kind] = new Proxy(Intl[kind], {
            construct(target, [language, options], newTarget) {
              window.made.push(kind + JSON.stringify(options));
              return Reflect.construct(target, [language, options], newTarget);
            }});
        }
        """);
    for (String page : Pages.ALL) {
      show(page, "?country=GB");
      List<String> made = browser.script("return window.made");
      assertThat(made).as(page).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void chartLibrary_comesWithTheFirstChartInView() {
    server.mood(ConsoleServer.Mood.HELD);
    visit("overview", "");
    untilPresent(".skeleton");
    assertThat(charts()).isEmpty();
    server.mood(ConsoleServer.Mood.WELL);
    Pages.settled(browser);
    assertThat(charts()).hasSize(1);
    for (String page : List.of("funnel", "retention", "products")) {
      server.requests().clear();
      show(page, "");
      assertThat(charts()).as(page).isEmpty();
    }
  }

  private List<URI> charts() {
    return server.requests().stream().filter(uri -> uri.getPath().contains("echarts")).toList();
  }

  private static int zipped(String file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(Files.readAllBytes(Checkout.console().resolve(file)));
    }
    return bytes.size();
  }
}
