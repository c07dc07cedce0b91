package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.events.Row;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Table {@code erasures}: one row for each person, which never expires. */
final class Audit {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIND =
      """
      SELECT person, requested_at, finished_at, details FROM erasures FINAL
      WHERE erasure_id = {id:String}
      """;

  private final Warehouse warehouse;
  private final Limits limits;

  Audit(Warehouse warehouse, Limits limits) {
    this.warehouse = warehouse;
    this.limits = limits;
  }

  Optional<Erasure> find(Person person) {
    QueryResult found = warehouse.query(Statement.of(FIND).with("id", person.erasureId()), limits);
    return found.rows().stream().findFirst().map(row -> read(person, row));
  }

  /**
   * @param occasion tells this writing from others of the same erasure
   */
  void write(Erasure erasure, String occasion) {
    Row row =
        new Row()
            .text("erasure_id", erasure.id())
            .pseudonym("person", erasure.pseudonym())
            .time("requested_at", erasure.requestedAt())
            .number("rows_erased", erasure.rows())
            .text("details", details(erasure));
    if (erasure.finishedAt() != null) {
      row.time("finished_at", erasure.finishedAt());
    }
    warehouse.insert("erasures", Rows.of(List.of(row.json())), erasure.id() + ":" + occasion);
  }

  private static String details(Erasure erasure) {
    ObjectNode details = JSON.createObjectNode();
    erasure.clients().forEach(client -> details.withArray("/clients").add(Pseudonyms.text(client)));
    erasure.days().forEach(day -> details.withArray("/days").add(day.toString()));
    ObjectNode erased = details.putObject("erased");
    erasure.erased().forEach(erased::put);
    return details.toString();
  }

  private static Erasure read(Person person, List<@Nullable Object> row) {
    JsonNode details = JSON.readTree(String.valueOf(row.get(3)));
    SortedSet<Long> clients = new TreeSet<>();
    details
        .path("clients")
        .forEach(client -> clients.add(Long.parseUnsignedLong(client.stringValue())));
    SortedSet<LocalDate> days = new TreeSet<>();
    details.path("days").forEach(day -> days.add(LocalDate.parse(day.stringValue())));
    SortedMap<String, Long> erased = new TreeMap<>();
    details
        .path("erased")
        .properties()
        .forEach(member -> erased.put(member.getKey(), member.getValue().asLong()));
    return new Erasure(
        person.erasureId(),
        person.pseudonym(),
        Instant.class.cast(row.get(1)),
        (Instant) row.get(2),
        clients,
        days,
        erased);
  }
}
