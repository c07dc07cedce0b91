package com.aisle.textindex;

import static com.aisle.textindex.Products.chinese;
import static com.aisle.textindex.Products.titled;
import static com.aisle.textindex.TestIndex.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.catalog.filter.FilterParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelevanceTest {

  @TempDir Path folder;

  private SearchResult search(TextQuery query, Meaning meaning, Product... products) {
    return new TestIndex(folder).read(List.of(products), s -> s.search(query, meaning));
  }

  private SearchResult search(String text, Product... products) {
    return search(TextQuery.of(text), Meaning.none(), products);
  }

  @Test
  void misspeltWord_isCorrected() {
    SearchResult result =
        search("wireles hedphones", titled("a", "Wireless headphones"), titled("b", "Red mug"));
    assertThat(ids(result)).containsExactly("a");
    assertThat(result.corrections())
        .containsExactly(
            new Correction("wireles", "wireless"), new Correction("hedphones", "headphones"));
  }

  @Test
  void swappedLetters_areOneMistake() {
    assertThat(ids(search("muosepad", titled("a", "Mousepad"), titled("b", "Mug"))))
        .containsExactly("a");
  }

  @Test
  void articleNumber_isNotCorrected() {
    SearchResult result = search("tn2111", titled("a", "Toner TN2110"), titled("b", "Mug"));
    assertThat(ids(result)).isEmpty();
    assertThat(result.corrections()).isEmpty();
  }

  @Test
  void articleNumber_comesFirstHoweverItIsWritten() {
    Product[] products = {
      titled("a", "Brother TN-2110 toner"), titled("b", "Toner for Brother 2110 2110 tn tn")
    };
    for (String text : List.of("TN2110", "tn-2110", "TN 2110")) {
      assertThat(ids(search(text, products))).as(text).startsWith("a");
    }
    assertThat(ids(search("brother tn2110", products))).startsWith("a");
  }

  @Test
  void beginningOfTheLastWord_isCompleted() {
    Product[] products = {titled("a", "Black keyboard"), titled("b", "Black mouse")};
    assertThat(ids(search("black keyb", products))).containsExactly("a");
    assertThat(search("keyb black", products).droppedWords()).isEqualTo(1);
  }

  @Test
  void twoWordsAndOne_areTheSame() {
    Product[] products = {
      titled("a", "Headset for games"),
      titled("b", "Smart watch"),
      titled("c", "Smart watch strap"),
      titled("d", "Mug")
    };
    assertThat(ids(search("head set", products))).containsExactly("a");
    assertThat(ids(search("smartwatch", products))).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  void synonyms_areFoundAfterTheWordItself() {
    Product[] products = {titled("a", "Notebook sleeve"), titled("b", "Laptop sleeve")};
    assertThat(ids(search("laptops", products))).containsExactly("b", "a");
  }

  @Test
  void traditionalChinese_findsBothScriptsAndBothVocabularies() {
    Product[] products = {
      chinese("a", "無線滑鼠"), chinese("b", "无线滑鼠"), chinese("c", "无线鼠标"), chinese("d", "馬克杯")
    };
    assertThat(ids(search("無線滑鼠", products))).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(ids(search("滑鼠", titled("a", "Wireless mouse"), titled("b", "Mug"))))
        .containsExactly("a");
  }

  @Test
  void accents_doNotMatter() {
    Product[] products = {titled("a", "Café crème cups"), titled("b", "Cafe bar")};
    assertThat(ids(search("cafe creme", products))).containsExactly("a");
    assertThat(ids(search("CAFÉ", products))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void nothingWithAllWords_dropsAsFewAsPossible() {
    SearchResult result =
        search("red ceramic mug", titled("a", "Red mug"), titled("b", "Green mug"));
    assertThat(ids(result)).containsExactly("a");
    assertThat(result.droppedWords()).isEqualTo(1);
  }

  @Test
  void wordlessText_findsNothing_blankTextEverything() {
    assertThat(search("...", titled("a", "Mug")).total()).isZero();
    assertThat(search(" ", titled("a", "Mug"), titled("b", "Cup")).total()).isEqualTo(2);
  }

  @Test
  void highlight_marksTheOriginalAndEscapesIt() {
    Product mug = titled("a", "Mugs <b>\"Café\"</b>");
    SearchResult english = search(TextQuery.of("cafe mug").withHighlight(), Meaning.none(), mug);
    assertThat(english.hits().getFirst().highlightedTitle())
        .containsEntry(
            CatalogLocale.ENGLISH, "<em>Mugs</em> &lt;b&gt;&quot;<em>Café</em>&quot;&lt;/b&gt;");
    SearchResult chinese =
        search(TextQuery.of("无线").withHighlight(), Meaning.none(), chinese("b", "無線滑鼠"));
    assertThat(chinese.hits().getFirst().highlightedTitle())
        .containsEntry(CatalogLocale.TRADITIONAL_CHINESE, "<em>無</em><em>線</em>滑鼠");
  }

  @Test
  void meaning_addsProductsWithoutTheWords() {
    Meaning meaning =
        new Meaning(
            List.of(
                new MeaningHit("b", .9f), new MeaningHit("a", .4f), new MeaningHit("gone", .95f)),
            .5,
            0);
    Product[] products = {
      titled("a", "Espresso cup"), titled("b", "Coffee mug"), titled("c", "Espresso machine")
    };
    SearchResult result = search(TextQuery.of("espresso"), meaning, products);
    assertThat(result.total()).isEqualTo(3);
    assertThat(ids(result)).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(ids(search(TextQuery.of("espresso").withSort(Sort.NEWEST), meaning, products)))
        .containsExactlyInAnyOrder("a", "c");
    assertThat(ids(search(TextQuery.of("latte").withSort(Sort.NEWEST), meaning, products)))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void meaning_isFilteredByTheIndex() {
    Meaning meaning =
        new Meaning(List.of(new MeaningHit("b", .9f), new MeaningHit("a", .8f)), .5, 0);
    SearchResult result =
        search(
            TextQuery.of("drink").withFilter(FilterParser.parse("id = a")),
            meaning,
            titled("a", "Cup"),
            titled("b", "Mug"));
    assertThat(ids(result)).containsExactly("a");
    assertThat(result.total()).isEqualTo(1);
  }

  @Test
  void meaningBelowTheFloor_ranksWhatTheWordsFind_andFindsNothingItself() {
    List<MeaningHit> hits = List.of(new MeaningHit("b", .3f), new MeaningHit("c", .29f));
    Product[] products = {titled("a", "Mug"), titled("b", "Mug"), titled("c", "Cow")};
    SearchResult result = search(TextQuery.of("mug"), new Meaning(hits, .5, .35), products);
    assertThat(ids(result)).containsExactly("b", "a");
    assertThat(result.total()).isEqualTo(2);
    assertThat(search(TextQuery.of("sheep"), new Meaning(hits, .5, .35), products).total())
        .isZero();
  }

  @Test
  void pagesByWordsAndMeaning_areOneRanking() {
    List<Product> products = new ArrayList<>();
    List<MeaningHit> hits = new ArrayList<>();
    RandomGenerator random = new Random(7);
    for (int i = 0; i < 60; i++) {
      String title = "mug ".repeat(random.nextInt(4)) + "saucer ".repeat(1 + random.nextInt(9));
      products.add(titled("p" + i, title));
      if (random.nextInt(3) == 0) {
        hits.add(new MeaningHit("p" + i, .2f + random.nextFloat() / 2));
      }
    }
    Meaning meaning = new Meaning(hits, .5, .35);
    TextQuery query = TextQuery.of("mug");
    TestIndex index = new TestIndex(folder);
    List<String> whole = index.read(products, s -> ids(s.search(query.withPage(0, 60), meaning)));
    List<String> paged =
        index.read(
            products,
            s ->
                IntStream.range(0, 20)
                    .boxed()
                    .flatMap(page -> ids(s.search(query.withPage(3 * page, 3), meaning)).stream())
                    .toList());
    assertThat(paged).hasSizeGreaterThan(30).isEqualTo(whole);
  }

  @Test
  void prices_areSortedWithUnpricedLast() {
    Product[] products = {
      Products.priced("a", "Mug", "12.50"), titled("b", "Mug"), Products.priced("c", "Mug", "3")
    };
    assertThat(
            ids(
                search(
                    TextQuery.of("mug").withSort(Sort.PRICE_ASCENDING), Meaning.none(), products)))
        .containsExactly("c", "a", "b");
    assertThat(
            ids(
                search(
                    TextQuery.of("mug").withSort(Sort.PRICE_DESCENDING), Meaning.none(), products)))
        .containsExactly("a", "c", "b");
  }

  @Test
  void pages_followEachOther() {
    Product[] products = {
      Products.priced("a", "Mug", "1"), Products.priced("b", "Mug", "2"),
      Products.priced("c", "Mug", "3"), Products.priced("d", "Mug", "4")
    };
    TextQuery query = TextQuery.of("mug").withSort(Sort.PRICE_ASCENDING);
    SearchResult second = search(query.withPage(2, 1), Meaning.none(), products);
    assertThat(ids(second)).containsExactly("c");
    assertThat(second.total()).isEqualTo(4);
    assertThat(ids(search(query.withPage(9, 5), Meaning.none(), products))).isEmpty();
  }
}
