package com.aisle.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures of the pages for people to look at, in {@code target/screenshots}. Arguments: pages, all
 * by default.
 */
final class Screenshots {
  private Screenshots() {}

  public static void main(String[] names) throws IOException {
    List<String> pages = names.length == 0 ? Pages.ALL : Arrays.asList(names);
    try (ConsoleServer server = ConsoleServer.start()) {
      for (String language : List.of("en", "zh-Hant")) {
        try (Browser browser = Browser.open()) {
          browser.driver().get(server.signedIn("overview", ""));
          for (String page : pages) {
            for (int width : List.of(390, 1440)) {
              for (String scheme : List.of("light", "dark")) {
                browser.size(width, width == 390 ? 1400 : 1000);
                browser.colours(scheme);
                browser.driver().get(server.page(page, "?lang=" + language));
                Pages.settled(browser);
                save(browser, "%s-%s-%d-%s".formatted(page, language, width, scheme));
              }
            }
          }
        }
      }
    }
  }

  static Path save(Browser browser, String name) throws IOException {
    Path file = Checkout.console().resolve("target/screenshots").resolve(name + ".png");
    Files.createDirectories(file.getParent());
    return Files.write(
        file, browser.driver().getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
  }
}
