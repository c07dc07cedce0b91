package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

class KeyboardIT extends ConsoleTest {
  private static final int MOST_STOPS = 60;

  @Test
  void keysAlone_chooseRangeFilterAndTable() {
    show("overview", "");
    tabTo("menu-button.range > button");
    press(Keys.ENTER);
    tabTo("menu-button.range [aria-pressed=false]");
    press(Keys.SPACE);
    browser.until("the range", "return location.search.includes('range=today')");
    assertThat(focused("menu-button.range > button")).isTrue();

    tabTo("menu-button.filters > button");
    press(Keys.ENTER);
    browser.until(
        "the values", "return document.querySelector('.filters input[type=checkbox]') !== null");
    tabTo(".filters input[type=checkbox]");
    press(Keys.SPACE);
    browser.until("the filter", "return location.search.includes('device=mobile')");
    press(Keys.ESCAPE);
    assertThat(focused("menu-button.filters > button")).isTrue();

    tabTo(".switch [aria-pressed=false]");
    press(Keys.ENTER);
    browser.until("the table", "return location.search.includes('view=overview')");
  }

  @Test
  void everyStop_showsWhereTheFocusIs() {
    show("products", "?country=GB");
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      press(Keys.TAB);
      assertThat(
              browser.<Boolean>script(
                  """
                  const element = document.activeElement;
                  return element === document.body || getComputedStyle(element).outlineStyle !== 'none';
                  """))
          .as("%s", browser.<String>script("return document.activeElement.outerHTML.slice(0, 100)"))
          .isTrue();
    }
  }

  @Test
  void skipLink_leadsPastTheNavigation() {
    show("products", "");
    press(Keys.TAB);
    assertThat(focused(".skip")).isTrue();
    press(Keys.ENTER);
    press(Keys.TAB);
    assertThat(browser.<Boolean>script("return document.activeElement.closest('main') !== null"))
        .isTrue();
  }

  @Test
  void menuOfThePhone_opensAndGivesTheFocusBack() {
    browser.size(390, 900);
    show("products", "");
    tabTo(".round-menu");
    press(Keys.ENTER);
    browser.until("the menu", "return document.getElementById('navigation').open");
    press(Keys.ESCAPE);
    browser.until("closed", "return !document.getElementById('navigation').open");
    assertThat(focused(".round-menu")).isTrue();
  }

  private void tabTo(String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (focused(selector)) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("the Tab key does not reach " + selector);
  }

  private boolean focused(String selector) {
    return browser.script("return document.activeElement.matches(arguments[0])", selector);
  }

  private void press(CharSequence key) {
    new Actions(browser.driver()).sendKeys(key).perform();
  }
}
