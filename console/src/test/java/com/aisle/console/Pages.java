package com.aisle.console;

import java.util.List;

/** The console's pages. */
final class Pages {
  static final List<String> ALL =
      List.of(
          "overview",
          "live",
          "funnel",
          "retention",
          "sessions",
          "paths",
          "products",
          "searches",
          "revenue",
          "attribution",
          "recommendations",
          "rfm");

  private Pages() {}

  /** Waits until every panel has its numbers and every chart in view is drawn. */
  static void settled(Browser browser) {
    browser.until(
        "the page is drawn",
        """
        const panels = [...document.querySelectorAll('.panel[aria-busy]')];
        const inView = chart => chart.getBoundingClientRect().top < innerHeight;
        return document.querySelector('h1') !== null && document.fonts.status === 'loaded'
          && panels.every(panel => panel.getAttribute('aria-busy') === 'false')
          && [...document.querySelectorAll('chart-box')].filter(inView).every(chart => chart.dataset.drawn);
        """);
  }
}
