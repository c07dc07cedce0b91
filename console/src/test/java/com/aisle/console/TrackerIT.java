package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;

class TrackerIT {

  private TrackedShop shop;
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    shop = new TrackedShop();
    browser = Browser.open();
  }

  @AfterEach
  void close() {
    browser.close();
    shop.close();
  }

  @Test
  void pages_areReported_byOneClientInOneSession() {
    shop.attributes("data-user='u-1'");
    visit("/one?utm_source=letter&q=private");
    waitFor("page_view", 1);
    visit("/two");
    List<JsonNode> views = waitFor("page_view", 2);

    assertThat(views).extracting(v -> v.path("page").asString()).containsExactly("/one", "/two");
    assertThat(views.getFirst().path("source").asString()).isEqualTo("letter");
    assertThat(views.getFirst().path("locale").asString()).isEqualTo("zh-Hant");
    for (String field : List.of("client_id", "session_id", "user_id")) {
      assertThat(views.get(0).path(field).asString()).as(field).isNotEmpty();
      assertThat(views.get(1).path(field)).as(field).isEqualTo(views.get(0).path(field));
    }
    assertThat(views.get(1).path("event_id")).isNotEqualTo(views.get(0).path("event_id"));
    assertThat(views.toString()).doesNotContain("private");
  }

  @Test
  void session_isANewOne_afterHalfAnHourOrAtMidnight() {
    visit("/");
    browser.script(
        "var s = JSON.parse(localStorage['aisle.session']); s.at -= 30 * 60000 + 1;"
            + "localStorage['aisle.session'] = JSON.stringify(s); aisle.page();"
            + "s = JSON.parse(localStorage['aisle.session']); s.day = 'yesterday';"
            + "localStorage['aisle.session'] = JSON.stringify(s); aisle.page(); aisle.page();");
    List<JsonNode> views = waitFor("page_view", 4);
    List<String> sessions = views.stream().map(v -> v.path("session_id").asString()).toList();
    assertThat(Set.copyOf(sessions)).hasSize(3);
    assertThat(sessions.get(2)).isEqualTo(sessions.get(3));
    assertThat(views.stream().map(v -> v.path("client_id").asString()).collect(Collectors.toSet()))
        .hasSize(1);
  }

  @Test
  void withoutConsent_nothingIsStored_andEventsNameNobody() {
    visit("/");
    waitFor("page_view", 1);
    shop.attributes("data-consent='false' data-user='u-1'");
    visit("/");
    JsonNode view = waitFor("page_view", 2).getLast();
    assertThat(view.path("consent").asBoolean(true)).isFalse();
    assertThat(view.path("client_id").asString()).isEmpty();
    assertThat(view.has("session_id") || view.has("user_id")).isFalse();
    assertThat(browser.<Long>script("return localStorage.length")).isZero();
  }

  @Test
  void browserThatAsksNotToBeTracked_isNotTracked() {
    browser.beforeEveryPage(
        "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true});");
    shop.attributes("data-consent='true'");
    visit("/");
    browser.script("aisle.consent(true); aisle.page()");
    assertThat(waitFor("page_view", 2))
        .allMatch(view -> !view.path("consent").asBoolean(true) && !view.has("session_id"));
    assertThat(browser.<Long>script("return localStorage.length")).isZero();
  }

  @Test
  void eventsThatWereNotTaken_comeAgainUnderTheirIds_onTheNextPage() {
    shop.status(503);
    visit("/");
    String id = browser.script("return aisle.track('checkout', {})");
    browser.until("a refused try", "return JSON.parse(localStorage['aisle.queue']).length === 2");
    // No farewell: as if the browser had been killed.
    browser.script("navigator.sendBeacon = function () { return false; }");
    visit("/");
    shop.status(202);
    assertThat(waitFor("checkout", 1).getFirst().path("event_id").asString()).isEqualTo(id);
    browser.until("an empty queue", "return JSON.parse(localStorage['aisle.queue']).length === 0");
  }

  @Test
  void eventOfTheLastMoment_isSentAsThePageGoes() {
    visit("/");
    browser.script("aisle.track('checkout', {order_id: 'o-1'}); location.href = '/next'");
    assertThat(waitFor("checkout", 1).getFirst().path("order_id").asString()).isEqualTo("o-1");
  }

  @Test
  void productsSeenAndClicked_areReported_withWhereTheyStood() {
    shop.content(
        """
        <ul data-aisle-query="q-1"><li data-aisle-product="A" data-aisle-position="1"><b id="a">A</b></li>
        <li data-aisle-product="B" data-aisle-position="2" style="margin-top: 5000px">B</li></ul>
        """);
    visit("/");
    JsonNode impression = waitFor("impression", 1).getFirst();
    assertThat(impression.path("object_id").asString()).isEqualTo("A");
    assertThat(impression.path("query_id").asString()).isEqualTo("q-1");
    assertThat(impression.path("position").asInt()).isEqualTo(1);

    browser.script(
        "document.body.insertAdjacentHTML('afterbegin', '<div data-aisle-recommendation=\"r-1\""
            + " data-aisle-kind=\"similar\"><p id=\"c\" data-aisle-product=\"C\">C"
            + "<button id=\"buy\" data-aisle-action=\"add_to_cart\">Buy</button></p></div>')");
    waitFor("recommendation_impression", 1);
    browser.driver().findElement(By.id("a")).click();
    browser.driver().findElement(By.id("c")).click();
    browser.driver().findElement(By.id("buy")).click();

    assertThat(waitFor("click", 1).getFirst().path("object_id").asString()).isEqualTo("A");
    JsonNode recommended = waitFor("recommendation_click", 1).getFirst();
    assertThat(recommended.path("recommendation_id").asString()).isEqualTo("r-1");
    assertThat(recommended.path("recommendation_kind").asString()).isEqualTo("similar");
    assertThat(waitFor("add_to_cart", 1).getFirst().path("object_id").asString()).isEqualTo("C");
    assertThat(shop.events("impression")).hasSize(1);
  }

  private void visit(String path) {
    browser.driver().get(shop.url(path));
  }

  private List<JsonNode> waitFor(String action, int count) {
    browser.until(count + " " + action, () -> shop.events(action).size() >= count);
    return shop.events(action);
  }
}
