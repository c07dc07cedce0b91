package com.aisle.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium with a fresh profile. {@link #driver()} has Selenium's and the DevTools
 * protocol's whole vocabulary; the rest here is what several tests need.
 */
final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--hide-scrollbars",
          "--force-color-profile=srgb");
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open() {
    return open("en");
  }

  /**
   * @param language what the browser says it prefers, as a BCP 47 tag
   */
  static Browser open(String language) {
    Chromium chromium = Chromium.find();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toFile());
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("--lang=" + language);
    options.addArguments(flags);
    Map<String, Object> preferences = new HashMap<>();
    preferences.put("intl.accept_languages", language);
    options.setExperimentalOption("prefs", preferences);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromium.driver().toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    return new Browser(driver);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** What a function body answers, as Selenium maps it: Long, Double, String, List, Map, null. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <T> T script(String body, Object... arguments) {
    return (T) driver.executeScript(body, arguments);
  }

  /** Waits until the function body answers true. */
  void until(String what, String body, Object... arguments) {
    until(what, () -> Boolean.TRUE.equals(driver.executeScript(body, arguments)));
  }

  void until(String what, Supplier<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(condition::get);
  }

  /** Runs in every page before its own scripts, from the next page on. */
  void beforeEveryPage(String script) {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /**
   * A full history (50 pages) loses entries that no hand made, so that one cannot go back to them.
   */
  void forgetHistory() {
    driver.executeCdpCommand("Page.resetNavigationHistory", Map.of());
  }

  /** The size of the window's inside in CSS pixels; below 500 wide a real window would not go. */
  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the system prefers: {@code light} or {@code dark}. */
  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
