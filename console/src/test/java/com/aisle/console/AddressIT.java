package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** All of a page's state is in its address; the token never is. */
class AddressIT extends ConsoleTest {
  private static final String STATE =
      "?range=7d&compare=year&device=mobile&country=GB&country=TW&metric=orders&view=overview&lang=zh-Hant";

  @Test
  void address_inAFreshProfile_showsTheSame() {
    show("overview", STATE);
    String here = pageText();
    try (Browser other = Browser.open()) {
      other.size(1440, 1000);
      other.driver().get(server.signedIn("overview", STATE));
      Pages.settled(other);
      assertThat(other.<String>script(TEXT)).isEqualTo(here);
    }
    assertThat(address()).isEqualTo("overview.html" + STATE);
  }

  @Test
  void token_leavesTheAddressAtOnce_andIsSentWithTheQuestions() {
    browser.driver().get(server.page("overview", ""));
    browser.script("sessionStorage.clear()");
    show("overview", "?range=7d");
    assertThat(browser.driver().getCurrentUrl())
        .doesNotContain(ConsoleServer.TOKEN)
        .doesNotContain("#");
    assertThat(server.requests()).noneMatch(uri -> uri.toString().contains(ConsoleServer.TOKEN));
    assertThat(texts(".figure")).isNotEmpty();
  }

  /** What {@code ./aisle demo} prints may be opened in a tab that asks for the token already. */
  @Test
  void token_inTheFragmentOfAnOpenPage_isTakenToo() {
    browser.driver().get(server.page("overview", ""));
    browser.script("sessionStorage.clear()");
    browser.driver().get(server.page("products", ""));
    untilPresent("[data-state=sign-in]");
    browser.driver().get(server.signedIn("products", ""));
    untilPresent("tbody tr");
    assertThat(browser.driver().getCurrentUrl()).doesNotContain(ConsoleServer.TOKEN);
  }

  @Test
  void copiedLink_hasTheState_withoutTheToken() {
    browser.beforeEveryPage(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => (window.copied = text)}})");
    show("overview", "?range=7d");
    browser.driver().findElements(By.cssSelector(".tool")).getLast().click();
    browser.until("the copy", "return Boolean(window.copied)");
    assertThat(browser.<String>script("return window.copied"))
        .contains("range=7d", "lang=en")
        .doesNotContain(ConsoleServer.TOKEN);
  }

  @Test
  void withoutToken_thePageAsksForOne_andGoesOnWhereItWas() {
    browser.driver().get(server.page("overview", ""));
    browser.script("sessionStorage.clear()");
    browser.driver().get(server.page("products", "?range=7d"));
    untilPresent("[data-state=sign-in]");
    WebElement field = find("input[name=token]");
    field.sendKeys("wrong", Keys.ENTER);
    browser.until("asked again", () -> find("input[name=token]").isDisplayed());
    find("input[name=token]").clear();
    find("input[name=token]").sendKeys(ConsoleServer.TOKEN, Keys.ENTER);
    untilPresent("tbody tr");
    assertThat(address()).isEqualTo("products.html?range=7d");
  }

  @Test
  void rowsAreFilters_andBackAndForwardGoThroughThem() {
    show("sessions", "?by=country");
    for (String country : List.of("GB", "TW", "FR")) {
      browser.script(
          "[...document.querySelectorAll('.drill')].find(row => row.textContent === arguments[0]).click()",
          java.util.Locale.of("", country).getDisplayCountry(java.util.Locale.ENGLISH));
      browser.until(country, "return location.search.includes('country=' + arguments[0])", country);
    }
    assertThat(texts(".chip")).hasSize(3);
    for (int left = 2; left >= 0; left--) {
      browser.driver().navigate().back();
      int expected = left;
      browser.until("chips", () -> texts(".chip").size() == expected);
    }
    for (int chips = 1; chips <= 3; chips++) {
      browser.driver().navigate().forward();
      int expected = chips;
      browser.until("chips", () -> texts(".chip").size() == expected);
    }
    browser.until(
        "the question",
        () ->
            Query.of(server.requestsTo("/v1/reports/sessions").getLast())
                .all("country")
                .equals(List.of("GB", "TW", "FR")));
  }

  @Test
  void nonsense_isTheDefault() {
    show("overview", "?range=forever&compare=maybe&page=-4&metric=mood");
    assertThat(find("menu-button.range > button").getText()).isEqualTo("Last 28 days");
    assertThat(find("menu-button.compare > button").getText()).isEqualTo("vs the days before");
  }

  @Test
  void linksBetweenPages_keepRangeAndFilters() {
    show("overview", "?range=7d&country=GB");
    find(".side a[href^='funnel.html']").click();
    browser.until("the funnel", "return location.pathname.endsWith('funnel.html')");
    Pages.settled(browser);
    assertThat(address()).isEqualTo("funnel.html?range=7d&country=GB");
  }

  @Test
  void products_drillDownToTheirFacts() {
    show("overview", "");
    find("#panel-products")
        .findElement(By.xpath("ancestor::section"))
        .findElement(By.cssSelector("a.drill"))
        .click();
    browser.until("the product", "return document.querySelectorAll('.facts dd').length === 5");
    assertThat(texts(".facts dd")).contains("85123A", "Nordfell", "Home › Decoration");
  }

  private static final String TEXT =
      "return [...document.querySelectorAll('h1, .controls, .panel-head, .card, table, .legend')].map(e => e.innerText).join()";

  private String pageText() {
    return browser.script(TEXT);
  }
}
