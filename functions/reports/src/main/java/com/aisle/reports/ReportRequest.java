package com.aisle.reports;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a report.
 *
 * @param segments the values that each segment is narrowed to; a segment that is absent is whole
 * @param page from 1
 * @param size rows of a page
 * @param sort null for the report's own order
 * @param explain whether the answer tells how it was made
 * @param own the values of the report's own parameters, by their name
 */
record ReportRequest(
    Range range,
    Granularity granularity,
    Comparison comparison,
    Map<Segment, List<String>> segments,
    int page,
    int size,
    @Nullable Sort sort,
    boolean explain,
    Map<String, Object> own) {

  int offset() {
    return (page - 1) * size;
  }

  /** The value of an own parameter that is a choice or a text. */
  String text(String parameter) {
    return value(parameter, String.class);
  }

  int integer(String parameter) {
    return value(parameter, Integer.class);
  }

  Duration duration(String parameter) {
    return value(parameter, Duration.class);
  }

  List<String> list(String parameter) {
    return ((List<?>) value(parameter, List.class)).stream().map(String.class::cast).toList();
  }

  private <T> T value(String parameter, Class<T> type) {
    return type.cast(Objects.requireNonNull(own.get(parameter), parameter));
  }

  ReportRequest withRange(Range other) {
    return new ReportRequest(
        other, granularity, comparison, segments, page, size, sort, explain, own);
  }

  ReportRequest withSort(@Nullable Sort other) {
    return new ReportRequest(
        range, granularity, comparison, segments, page, size, other, explain, own);
  }
}
