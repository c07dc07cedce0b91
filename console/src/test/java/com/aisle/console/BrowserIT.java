package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserIT {
  @Test
  void browser_runsScriptsAndTakesTheAskedSize() {
    try (Browser browser = Browser.open()) {
      browser.size(390, 844);
      browser.driver().get("data:text/html,<title>here</title>");
      assertThat(browser.driver().getTitle()).isEqualTo("here");
      assertThat(browser.<Long>script("return innerWidth")).isEqualTo(390);
    }
  }
}
