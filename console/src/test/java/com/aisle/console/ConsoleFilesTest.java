package com.aisle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be said of the pages' files without a browser. */
class ConsoleFilesTest {
  private static final Path CONSOLE = Checkout.console();
  private static final Pattern IMPORT =
      Pattern.compile("^import [^;]*?'(\\.[^']+)'", Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("\\bt\\('([\\w.]+)'");

  static Stream<String> pages() {
    return Pages.ALL.stream();
  }

  @Test
  void texts_haveTheSameKeysInBothLanguages() throws IOException {
    assertThat(texts("zh-Hant").propertyNames())
        .containsExactlyInAnyOrderElementsOf(texts("en").propertyNames());
  }

  @Test
  void texts_haveTheSamePlaceholdersInBothLanguages() throws IOException {
    JsonNode english = texts("en");
    JsonNode chinese = texts("zh-Hant");
    for (String key : english.propertyNames()) {
      assertThat(placeholders(chinese.get(key).asString()))
          .as(key)
          .isEqualTo(placeholders(english.get(key).asString()));
    }
  }

  @Test
  void chineseTexts_areNotLeftInEnglish() throws IOException {
    JsonNode chinese = texts("zh-Hant");
    for (String key : chinese.propertyNames()) {
      if (!Set.of("show.share", "column.p", "foot.range").contains(key)) {
        assertThat(chinese.get(key).asString()).as(key).matches("(?s).*\\p{IsHan}.*");
      }
    }
  }

  @Test
  void keysInTheCode_haveATextEach() throws IOException {
    JsonNode english = texts("en");
    Set<String> missing = new TreeSet<>();
    for (Path module : modules()) {
      Matcher key = KEY.matcher(Files.readString(module));
      while (key.find()) {
        if (!english.has(key.group(1)) && !english.has(key.group(1) + ".other")) {
          missing.add(key.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void libraries_areTheLockedFiles() throws IOException {
    JsonNode lock =
        JsonMapper.shared().readTree(Files.readString(CONSOLE.resolve("vendor/vendor.lock")));
    Set<String> locked = new TreeSet<>();
    for (JsonNode entry : lock) {
      String file = entry.get("file").asString();
      locked.add(file);
      assertThat(sha256(CONSOLE.resolve("vendor").resolve(file)))
          .as(file)
          .isEqualTo(entry.get("sha256").asString());
      assertThat(entry.get("integrity").asString()).startsWith("sha512-");
      assertThat(entry.get("licence").asString()).isNotBlank();
      assertThat(CONSOLE.resolve("vendor").resolve(file).resolveSibling("LICENSE")).exists();
    }
    try (Stream<Path> files = Files.walk(CONSOLE.resolve("vendor"))) {
      assertThat(files.filter(path -> path.toString().matches(".*\\.m?js")))
          .allSatisfy(
              path ->
                  assertThat(locked)
                      .contains(CONSOLE.resolve("vendor").relativize(path).toString()));
    }
  }

  /** An import that is not announced is a round trip more before the first number. */
  @ParameterizedTest
  @MethodSource("pages")
  void page_announcesAllItsModules(String name) throws IOException {
    String page = Files.readString(CONSOLE.resolve(name + ".html"));
    Set<Path> needed = new LinkedHashSet<>();
    collect(CONSOLE.resolve("pages/" + name + ".js"), needed);
    List<String> announced =
        Pattern.compile("modulepreload\" href=\"([^\"]+)")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(announced)
        .containsExactlyInAnyOrderElementsOf(
            needed.stream()
                .map(path -> CONSOLE.relativize(path).toString())
                .filter(path -> !path.equals("pages/" + name + ".js"))
                .toList());
  }

  /** The policy would block them, and nobody would see it before the page is open. */
  @Test
  void pagesAndTemplates_haveNoInlineScriptOrStyle() throws IOException {
    try (Stream<Path> pages = Files.list(CONSOLE)) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".html")).toList()) {
        assertThat(Files.readString(page))
            .as(page.toString())
            .doesNotContain(" style=", "<style", "onclick=");
      }
    }
    for (Path module : modules()) {
      assertThat(Files.readString(module))
          .as(module.toString())
          .doesNotContain(" style=", "unsafeHTML", "innerHTML");
    }
  }

  private static void collect(Path module, Set<Path> found) throws IOException {
    if (found.add(module) && !module.toString().contains("/vendor/")) {
      Matcher imported = IMPORT.matcher(Files.readString(module));
      while (imported.find()) {
        collect(module.resolveSibling(imported.group(1)).normalize(), found);
      }
    }
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> files =
        Stream.of("app", "ui", "pages").map(CONSOLE::resolve).flatMap(ConsoleFilesTest::list)) {
      return files.filter(path -> path.toString().endsWith(".js")).toList();
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode texts(String language) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(CONSOLE.resolve("i18n/" + language + ".json")));
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\w+)\\}").matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
