package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageIT extends ConsoleTest {
  /** Names, codes and what the shop itself wrote stay as they are. */
  private static final String LATIN_WORDS =
      """
      const allowed = /^(Aisle|English|CSV|UTC|GBP|POST|v1|events|newsletter|google|instagram|script|src|https?|product|sale)$/;
      const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.parentElement.closest('[lang=""], code, small, [lang=en]')) {
          found.push(...(node.textContent.match(/[A-Za-z_][A-Za-z_0-9.]+/g) ?? []).filter(word => !allowed.test(word)));
        }
      }
      return [...new Set(found)];
      """;

  @Test
  void chinesePages_haveNoEnglishLeft() {
    for (String page : Pages.ALL) {
      show(page, "?lang=zh-Hant&country=GB");
      assertThat(browser.<List<String>>script(LATIN_WORDS)).as(page).isEmpty();
      assertThat(browser.<String>script("return document.documentElement.lang"))
          .isEqualTo("zh-Hant");
    }
  }

  @Test
  void chineseNumbers_areWrittenInTheirOwnWay() {
    show("overview", "?lang=zh-Hant");
    assertThat(texts(".figure")).anyMatch(text -> text.matches("(?s).*\\d萬"));
  }

  @Test
  void language_isTheBrowsers_untilOneIsChosen() {
    try (Browser taiwanese = Browser.open("zh-TW")) {
      taiwanese.size(1440, 1000);
      taiwanese.driver().get(server.signedIn("funnel", ""));
      Pages.settled(taiwanese);
      assertThat(taiwanese.driver().getTitle()).isEqualTo("轉換漏斗 · Aisle");
      taiwanese.script("document.querySelector('.side [lang=en]').click()");
      taiwanese.until("English", "return document.title === 'Funnel · Aisle'");
      taiwanese.driver().get(server.page("funnel", ""));
      Pages.settled(taiwanese);
      assertThat(taiwanese.driver().getTitle()).isEqualTo("Funnel · Aisle");
    }
  }

  @Test
  void theme_isKept_withoutAFlash() {
    show("funnel", "");
    browser.script("document.querySelectorAll('.side .display [aria-pressed]')[2].click()");
    show("paths", "");
    assertThat(
            browser.<String>script("return getComputedStyle(document.documentElement).colorScheme"))
        .isEqualTo("dark");
    browser.script("document.querySelectorAll('.side .display [aria-pressed]')[0].click()");
    assertThat(browser.<String>script("return document.documentElement.dataset.theme ?? 'auto'"))
        .isEqualTo("auto");
  }
}
