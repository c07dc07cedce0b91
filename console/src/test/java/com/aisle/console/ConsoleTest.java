package com.aisle.console;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * A test of the console in a browser. Each class begins with nothing kept in the browser, each test
 * signed in and with an API that is well.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OpenConsole.Extension.class)
abstract class ConsoleTest {
  ConsoleServer server;
  Browser browser;

  void use(OpenConsole console) {
    server = console.server();
    browser = console.browser();
  }

  @BeforeAll
  void forget() {
    server.mood(ConsoleServer.Mood.WELL);
    browser.driver().get(server.page("rfm", ""));
    browser.script("localStorage.clear(); sessionStorage.clear()");
    browser.driver().get("about:blank");
    browser.driver().get(server.signedIn("rfm", ""));
  }

  @BeforeEach
  void begin() {
    server.mood(ConsoleServer.Mood.WELL);
    server.reports().quiet(false);
    server.reports().nothingSent(false);
    server.reports().staleSince(null);
    server.reports().notice(null);
    browser.size(1440, 1000);
    browser.colours("light");
    // A page left behind may still poll, and would be counted for this test.
    browser.driver().get("about:blank");
    browser.forgetHistory();
    server.requests().clear();
  }

  /** Opens a page and waits for its numbers. */
  void show(String page, String query) {
    visit(page, query);
    Pages.settled(browser);
  }

  /** Opens a page. From the same address with another fragment a browser would load nothing. */
  void visit(String page, String query) {
    browser.driver().get("about:blank");
    browser.driver().get(server.signedIn(page, query));
  }

  WebElement find(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  List<String> texts(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }

  void untilPresent(String selector) {
    browser.until(selector, "return document.querySelector(arguments[0]) !== null", selector);
  }

  /** The address shown, without its host. */
  String address() {
    return browser.script("return location.pathname.split('/').at(-1) + location.search");
  }
}
