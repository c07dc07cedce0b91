package com.aisle.console;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * One browser and one server for all classes of tests, opened by the first and closed after the
 * last: a browser takes as long to start as a dozen pages to show.
 */
record OpenConsole(ConsoleServer server, Browser browser) implements AutoCloseable {

  /** Gives it to a test. */
  static final class Extension implements TestInstancePostProcessor {

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
      OpenConsole console =
          context
              .getRoot()
              .getStore(Namespace.create(OpenConsole.class))
              .computeIfAbsent("console", key -> open(), OpenConsole.class);
      ((ConsoleTest) test).use(console);
    }
  }

  private static OpenConsole open() {
    return new OpenConsole(ConsoleServer.start(), Browser.open());
  }

  @Override
  public void close() {
    browser.close();
    server.close();
  }
}
