package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.CloudWatchLogs;
import com.aisle.local.host.endpoint.EndpointException;
import com.aisle.local.host.endpoint.LogEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The lines of one function, on their way to its file and to CloudWatch Logs. */
final class FunctionLog {
  private static final Logger LOG = Logger.getLogger(FunctionLog.class.getName());
  private static final int MAX_FILE = 20_000_000;
  private static final int MAX_UNSENT = 20_000;
  private static final int MAX_BATCH = 1_000;
  private static final int MAX_BATCH_CHARACTERS = 250_000; // 1 MB if each takes four bytes
  private static final int MAX_MESSAGE = 200_000;

  private record Line(String stream, LogEvent event) {}

  private final String group;
  private final Path file;
  private final CloudWatchLogs cloudWatch;
  private final Queue<Line> fresh = new ConcurrentLinkedQueue<>();
  private final Map<String, Deque<LogEvent>> unsent = new LinkedHashMap<>(); // by stream

  FunctionLog(String group, Path file, CloudWatchLogs cloudWatch) {
    this.group = group;
    this.file = file;
    this.cloudWatch = cloudWatch;
  }

  void add(String stream, String message) {
    String cut = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
    fresh.add(new Line(stream, new LogEvent(System.currentTimeMillis(), cut)));
  }

  /**
   * Writes what has come since the last time. What the endpoint does not take is tried again the
   * next time.
   */
  synchronized void flush() {
    List<Line> lines = new ArrayList<>();
    for (Line line = fresh.poll(); line != null; line = fresh.poll()) {
      lines.add(line);
    }
    if (!lines.isEmpty()) {
      write(lines);
      lines.forEach(this::keep);
    }
    send();
  }

  private void keep(Line line) {
    Deque<LogEvent> events = unsent.computeIfAbsent(line.stream, stream -> new ArrayDeque<>());
    events.addLast(line.event);
    if (events.size() > MAX_UNSENT) {
      events.removeFirst();
    }
  }

  private void write(List<Line> lines) {
    try {
      if (Files.exists(file) && Files.size(file) > MAX_FILE) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      try (BufferedWriter out =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        for (Line line : lines) {
          out.write(line.event.message());
          out.newLine();
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot write " + file, e);
    }
  }

  private void send() {
    for (String stream : List.copyOf(unsent.keySet())) {
      Deque<LogEvent> events = unsent.getOrDefault(stream, new ArrayDeque<>());
      while (!events.isEmpty()) {
        List<LogEvent> batch = batch(events);
        try {
          cloudWatch.put(group, stream, batch);
        } catch (EndpointException e) {
          LOG.log(Level.FINE, "lines of " + group + " wait", e);
          return;
        }
        batch.forEach(sent -> events.removeFirst());
      }
      unsent.remove(stream);
    }
  }

  /** As many of the oldest events as go in one call. */
  private static List<LogEvent> batch(Deque<LogEvent> events) {
    List<LogEvent> batch = new ArrayList<>();
    int characters = 0;
    for (LogEvent event : events) {
      characters += event.message().length();
      if (batch.size() == MAX_BATCH || (!batch.isEmpty() && characters > MAX_BATCH_CHARACTERS)) {
        break;
      }
      batch.add(event);
    }
    return batch;
  }
}
