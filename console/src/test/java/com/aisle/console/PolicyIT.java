package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The content security policy forbids all that is inline, and no page needs it. */
class PolicyIT extends ConsoleTest {
  @BeforeAll
  void countViolations() {
    browser.beforeEveryPage(
        """
        window.violations = [];
        document.addEventListener('securitypolicyviolation',
            event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));
        """);
  }

  @Test
  void policy_allowsNothingUnsafe() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.page("overview", ""))).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String policy =
          client
              .send(request, HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("Content-Security-Policy")
              .orElseThrow();
      assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe-");
    }
  }

  /** The check above would pass too if violations were not seen. */
  @Test
  void violation_isSeen() {
    show("overview", "");
    browser.script("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')");
    browser.until("the violation", "return window.violations.length === 1");
  }

  @Test
  void pages_violateNothing_inBothThemesWithTheirChartsHovered() {
    for (String scheme : List.of("light", "dark")) {
      browser.colours(scheme);
      for (String page : Pages.ALL) {
        show(page, "");
        List<WebElement> charts = browser.driver().findElements(By.cssSelector("chart-box"));
        for (WebElement chart : charts) {
          new Actions(browser.driver())
              .moveToElement(chart, 40, 0)
              .moveToElement(chart, -90, 10)
              .perform();
        }
        browser.script(
            "document.querySelectorAll('menu-button > button').forEach(button => button.click())");
        assertThat(browser.<List<String>>script("return window.violations"))
            .as("%s, %s", page, scheme)
            .isEmpty();
      }
    }
  }
}
