package com.aisle.local.host.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An HTTP server on 127.0.0.1 that runs each request on a virtual thread. */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LoopbackServer.class.getName());
  private static final int BACKLOG = 1024;

  static {
    // The JDK reads these once. Without the first an answer waits up to 40 ms for the client's
    // acknowledgement; the other two
    // keep clients' pooled connections open between bursts (seconds, count).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final HttpServer server;

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes a port; {@link #serve} starts answering on it.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken, with a message that names it
   */
  public static LoopbackServer bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (BindException e) {
      throw new IOException("port " + port + " of 127.0.0.1 is taken by another process", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return new LoopbackServer(server);
  }

  /** Hands every request to a handler. */
  public void serve(HttpHandler handler) {
    server.createContext("/", exchange -> guarded(handler, exchange));
    server.start();
  }

  private static void guarded(HttpHandler handler, HttpExchange exchange) {
    try (exchange) {
      handler.handle(exchange);
    } catch (IOException e) {
      LOG.log(Level.FINE, "client went away", e);
    } catch (RuntimeException e) {
      LOG.log(
          Level.SEVERE,
          "request failed: " + exchange.getRequestMethod() + " " + exchange.getRequestURI(),
          e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Sends an answer whose headers are set already. */
  public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
