package com.aisle.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the fixture sells and what is searched there. */
final class FixtureShop {
  record Article(String id, String title) {}

  /** One title begins like a formula, which a spreadsheet must not run. */
  static final List<Article> ARTICLES =
      List.of(
          new Article("85123A", "White hanging heart T-light holder"),
          new Article("22423", "Regency cake stand, 3 tier"),
          new Article("47566", "Party bunting"),
          new Article("84879", "Assorted colour bird ornament"),
          new Article("20725", "Lunch bag, red retro spot"),
          new Article("EQ-1", "=1+1"),
          new Article("23298", "Spotty bunting"),
          new Article("M-210", "無線滑鼠，靜音按鍵，18 個月電力"),
          new Article("22086", "Paper chain kit, 50's Christmas"),
          new Article(
              "79321", "Chilli lights, 35 on one string, for indoor and outdoor use all the year"));

  static final List<String> QUERIES =
      List.of(
          "bunting",
          "heart holder",
          "mouse",
          "滑鼠",
          "cake stand",
          "lunch bag",
          "paper chain",
          "聖誕燈串",
          "christmas lights for the garden",
          "=1+1");

  private FixtureShop() {}

  /** The search and the product documents; null for what the shop does not have. */
  static byte @Nullable [] answer(String path, Query query) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    if (path.equals("/v1/search")) {
      node.put("total", 3);
      ArrayNode hits = node.putArray("hits");
      ARTICLES.stream()
          .limit(3)
          .forEach(
              article -> hits.addObject().put("id", article.id()).put("title", article.title()));
      return bytes(node);
    }
    String id = path.substring(path.lastIndexOf('/') + 1);
    for (Article article : ARTICLES) {
      if (article.id().equals(id)) {
        node.put("id", id).put("brand", "Nordfell").put("stock", 12);
        node.putObject("title").put("en", article.title());
        node.putArray("category").add("Home").add("Decoration");
        node.putObject("price").put("amount", "2.55").put("currency", "GBP");
        return bytes(node);
      }
    }
    return null;
  }

  private static byte[] bytes(ObjectNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}
