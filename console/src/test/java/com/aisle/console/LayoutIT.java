package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutIT extends ConsoleTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-Hant"})
  void pages_needNoSidewaysScrolling(String language) {
    for (String page : Pages.ALL) {
      show(page, "?country=GB&lang=" + language);
      for (int width : List.of(1440, 768, 390, 320)) {
        widen(page, width);
      }
      browser.size(1440, 900);
    }
  }

  private void widen(String page, int width) {
    browser.size(width, 900);
    browser.until(
        "%s no wider than %d".formatted(page, width),
        "return innerWidth === arguments[0] && document.documentElement.scrollWidth <= arguments[0]",
        width);
  }

  /** A menu opened at the right edge of a phone is moved into view. */
  @ParameterizedTest
  @ValueSource(ints = {320, 390, 1440})
  void menus_stayInsideTheWindow(int width) {
    browser.size(width, 900);
    show("overview", "");
    List<String> outside =
        browser.script(
            """
            const outside = [];
            for (const button of document.querySelectorAll('menu-button > button')) {
              button.click();
              const {left, right} = button.nextElementSibling.getBoundingClientRect();
              if (left < 0 || right > innerWidth) outside.push(button.textContent + ' ' + left + ' ' + right);
              button.click();
            }
            return outside;
            """);
    assertThat(outside).isEmpty();
  }

  /** A link or button that covers its row counts as large as that row. */
  @ParameterizedTest
  @FieldSource("com.aisle.console.Pages#ALL")
  void targets_areAtLeast24PixelsEachWay(String page) {
    show(page, "?country=GB");
    for (int width : List.of(1440, 390)) {
      widen(page, width);
      List<String> small =
          browser.script(
              """
              return [...document.querySelectorAll('#app a, #app button, #app select, #app input, #app summary')]
                .filter(element => element.offsetParent !== null && !element.matches('.skip'))
                .map(element => [element, (element.matches('.drill') ? element.closest('tr') : element).getBoundingClientRect()])
                .filter(([, {width, height}]) => width < 24 || height < 24)
                .map(([element, {width, height}]) => element.outerHTML.slice(0, 120) + width + 'x' + height);
              """);
      assertThat(small).as("%d wide", width).isEmpty();
    }
  }
}
