package com.aisle.search;

import com.aisle.catalog.filter.FilterParser;
import com.aisle.events.DeviceClass;
import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.events.ShopCalendar;
import com.aisle.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A search that was answered. Costs nothing until its row is asked for. */
record SearchRecord(Request request, SearchAnswer answer, Instant time) {

  private static final int LONGEST_ID = 64;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Its row of the table {@code searches}. */
  Row row(Pseudonyms pseudonyms, ShopCalendar calendar) {
    long client = pseudonyms.client(id("x-aisle-client"));
    long user = pseudonyms.user(id("x-aisle-user"));
    String sort = request.query().text("sort", LONGEST_ID);
    return new Row()
        .day("day", calendar.day(time))
        .time("time", time)
        .text("query_id", answer.queryId())
        .pseudonym("person", Pseudonyms.person(user, client))
        .pseudonym("client", client)
        .pseudonym("session", pseudonyms.session(id("x-aisle-session")))
        .text("query", folded(answer.request().query().text()))
        .text("locale", answer.request().locale().tag())
        .text("filter", request.query().text("filter", FilterParser.MAX_LENGTH))
        .text("sort", sort.isEmpty() ? "relevance" : sort)
        .number("page", answer.request().page())
        .number("hits", answer.result().total())
        .texts("products", products())
        .number("took_ms", Milliseconds.of(answer.took()))
        .texts("degraded", answer.vectorsAway() ? List.of("vectors") : List.of())
        .text("device", DeviceClass.of(request.header("user-agent").orElse("")).word())
        .text("country", request.country());
  }

  /** What people type is the same search however they space and capitalise it. */
  static String folded(String query) {
    return SPACES.matcher(query).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  private List<String> products() {
    return answer.result().hits().stream().map(hit -> hit.product().id()).toList();
  }

  /** What is too long for an id is none. */
  private String id(String header) {
    return request.header(header).filter(id -> id.length() <= LONGEST_ID).orElse("");
  }
}
