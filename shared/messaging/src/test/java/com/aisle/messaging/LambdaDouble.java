package com.aisle.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks the Extensions API as Lambda does to one extension. */
final class LambdaDouble implements AutoCloseable {

  private final HttpServer server;
  private final int registerStatus;
  private final SynchronousQueue<Integer> events = new SynchronousQueue<>();
  private final List<String> registrations = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  LambdaDouble(int registerStatus) throws IOException {
    this.registerStatus = registerStatus;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/2020-01-01/extension/register", this::register);
    server.createContext("/2020-01-01/extension/event/next", this::next);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  Map<String, String> environment() {
    return Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + server.getAddress().getPort());
  }

  /** Announces an event to the extension, which must be waiting for one or soon will. */
  void announce() throws InterruptedException {
    events.put(200);
  }

  /** Answers the extension's next call with an error. */
  void fail() throws InterruptedException {
    events.put(500);
  }

  List<String> registrations() {
    synchronized (registrations) {
      return List.copyOf(registrations);
    }
  }

  /** How often the extension has said that it is done. */
  int asked() {
    return asked.get();
  }

  private void register(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (registrations) {
      registrations.add(exchange.getRequestHeaders().getFirst("Lambda-Extension-Name") + body);
    }
    exchange.getResponseHeaders().set("Lambda-Extension-Identifier", "id-1");
    answer(exchange, registerStatus);
  }

  private void next(HttpExchange exchange) throws IOException {
    boolean known =
        "id-1".equals(exchange.getRequestHeaders().getFirst("Lambda-Extension-Identifier"));
    asked.incrementAndGet();
    try {
      answer(exchange, known ? events.take() : 403);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = "{\"eventType\":\"INVOKE\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
