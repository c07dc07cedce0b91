package com.aisle.reports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports that there are, by name. */
final class Reports {

  private final Map<String, Report> reports = new LinkedHashMap<>();

  Reports(List<Report> reports) {
    reports.forEach(report -> this.reports.put(report.name(), report));
  }

  /** All of Aisle's own. */
  static Reports all() {
    return new Reports(
        List.of(
            new Overview(),
            new Realtime(),
            new Revenue(),
            new Sessions(),
            new ProductsReport(),
            new Searches(),
            new Funnel(),
            new Paths(),
            new Retention(),
            new Attribution(),
            new Recommendations(),
            new Rfm()));
  }

  Optional<Report> named(String name) {
    return Optional.ofNullable(reports.get(name));
  }

  Collection<Report> inOrder() {
    return reports.values();
  }
}
