package com.aisle.warehouse.testing;

import com.aisle.warehouse.Limits;
import com.aisle.warehouse.QueryResult;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.WarehouseException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A warehouse in memory: keeps what is inserted, honours tokens, and answers queries with what the
 * test has told it to. It knows no SQL.
 */
public final class FakeWarehouse implements Warehouse {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

  private final Map<String, List<Map<String, Object>>> tables = new HashMap<>();
  private final Set<List<String>> tokens = new HashSet<>();
  private final List<Statement> queries = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private boolean away;
  private boolean losesNextAnswer;

  private record Answer(String part, Function<Statement, QueryResult> result) {}

  /** An answer for {@link #answer}: names of columns, and rows. */
  public static QueryResult result(
      List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<? extends @Nullable Object> row : rows) {
      copies.add(new ArrayList<@Nullable Object>(row));
    }
    return new QueryResult(
        columns.stream().map(name -> new QueryResult.Column(name, "String")).toList(),
        copies,
        rows.size(),
        0,
        Duration.ofMillis(1));
  }

  /** Answers every query whose SQL holds {@code part}; the newest such rule counts. */
  public synchronized void answer(String part, QueryResult result) {
    answer(part, statement -> result);
  }

  /** The same with an answer that depends on the statement; it may throw. */
  public synchronized void answer(String part, Function<Statement, QueryResult> result) {
    answers.addFirst(new Answer(part, result));
  }

  /** From now on every call fails as it does when no server answers, until {@link #comeBack}. */
  public synchronized void goAway() {
    away = true;
  }

  public synchronized void comeBack() {
    away = false;
  }

  /** The next insert is stored and then fails, as when the answer is lost on its way. */
  public synchronized void loseNextAnswer() {
    losesNextAnswer = true;
  }

  /** What was inserted into a table, oldest first. */
  public synchronized List<Map<String, Object>> rows(String table) {
    return List.copyOf(tables.getOrDefault(table, List.of()));
  }

  /** Every query that was asked. */
  public synchronized List<Statement> queries() {
    return List.copyOf(queries);
  }

  /** Every statement that was executed. */
  public synchronized List<Statement> statements() {
    return List.copyOf(statements);
  }

  @Override
  public synchronized void insert(String table, Rows rows, String token) {
    requireThere();
    List<Map<String, Object>> parsed = parse(table, rows);
    if (tokens.add(List.of(table, token))) {
      tables.computeIfAbsent(table, missing -> new ArrayList<>()).addAll(parsed);
    }
    if (losesNextAnswer) {
      losesNextAnswer = false;
      throw new WarehouseException(Kind.UNAVAILABLE, "the answer was lost", null);
    }
  }

  private static List<Map<String, Object>> parse(String table, Rows rows) {
    try {
      List<Map<String, Object>> parsed =
          new String(rows.json(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .map(line -> JSON.readValue(line, ROW))
              .toList();
      if (parsed.size() != rows.count()) {
        throw new IllegalArgumentException(
            "%d rows were announced, %d came".formatted(rows.count(), parsed.size()));
      }
      return parsed;
    } catch (JacksonException e) {
      throw new WarehouseException(
          Kind.INVALID, "insert into %s: a row is no JSON: %s".formatted(table, e.getMessage()), e);
    }
  }

  @Override
  public synchronized QueryResult query(Statement statement, Limits limits) {
    requireThere();
    queries.add(statement);
    QueryResult result =
        answers.stream()
            .filter(answer -> statement.sql().contains(answer.part()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no answer was set for: " + statement.sql()))
            .result()
            .apply(statement);
    if (result.rows().size() > limits.resultRows()) {
      throw new WarehouseException(
          Kind.LIMIT, "the answer has more than %d rows".formatted(limits.resultRows()), null);
    }
    return result;
  }

  @Override
  public synchronized void execute(Statement statement) {
    requireThere();
    statements.add(statement);
  }

  private void requireThere() {
    if (away) {
      throw new WarehouseException(Kind.UNAVAILABLE, "the warehouse is away", null);
    }
  }
}
