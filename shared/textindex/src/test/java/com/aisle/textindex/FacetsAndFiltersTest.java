package com.aisle.textindex;

import static com.aisle.textindex.TestIndex.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the index with a plain reading of the filter's definition, on random catalogues. */
class FacetsAndFiltersTest {

  private static final FilterField COLOUR = FilterField.attribute("colour");
  private static final FilterField WIDTH = FilterField.attribute("width");
  private static final FilterField TOUCH = FilterField.attribute("touch");
  private static final List<FilterField> FACETS =
      List.of(FilterField.BRAND, FilterField.CATEGORY, FilterField.CURRENCY, COLOUR, WIDTH, TOUCH);
  private static final List<FilterField> FIELDS =
      List.of(
          FilterField.BRAND,
          FilterField.CATEGORY,
          FilterField.CURRENCY,
          COLOUR,
          WIDTH,
          TOUCH,
          FilterField.GROUP,
          FilterField.SKU,
          FilterField.ID,
          FilterField.PRICE,
          FilterField.STOCK);

  @TempDir Path folder;

  @Test
  void totalsHitsAndCounts_equalBruteForce() {
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      List<Product> products =
          IntStream.range(0, 200).mapToObj(i -> product("p" + i, random)).toList();
      int current = seed;
      new TestIndex(folder.resolve("seed" + seed))
          .read(
              products,
              searcher -> {
                for (int i = 0; i < 250; i++) {
                  compare(searcher, products, random, "seed %d query %d".formatted(current, i));
                }
                return "";
              });
    }
  }

  private static void compare(
      CatalogSearcher searcher, List<Product> products, Random random, String where) {
    Filter filter = topFilter(random);
    boolean browsing = random.nextBoolean();
    List<FilterField> facets =
        FACETS.stream().filter(f -> random.nextInt(3) > 0).collect(Collectors.toList());
    TextQuery query =
        new TextQuery(browsing ? "" : "mug", filter, facets, Sort.RELEVANCE, 0, 1_000, false);
    SearchResult result = searcher.search(query);
    List<Product> matched =
        products.stream()
            .filter(p -> browsing || p.titleIn(CatalogLocale.ENGLISH).contains("Mug"))
            .toList();
    Set<String> expected =
        matched.stream().filter(p -> holds(filter, p)).map(Product::id).collect(Collectors.toSet());
    String as = where + " " + query;
    assertThat(new HashSet<>(ids(result))).as(as).isEqualTo(expected);
    assertThat(result.total()).as(as).isEqualTo(expected.size());
    for (FilterField facet : facets) {
      Map<FilterValue, Integer> counts = new HashMap<>();
      result.facets().get(facet).forEach(c -> counts.put(c.value(), c.count()));
      assertThat(counts).as("%s %s", as, facet.name()).isEqualTo(counts(matched, filter, facet));
    }
    assertThat(result.facets().keySet()).as(as).isEqualTo(Set.copyOf(facets));
  }

  private static Map<FilterValue, Integer> counts(
      List<Product> products, Filter filter, FilterField facet) {
    List<Filter> parts = new ArrayList<>();
    flatten(filter, parts);
    parts.removeIf(part -> facet.equals(selected(part)));
    Map<FilterValue, Integer> counts = new HashMap<>();
    products.stream()
        .filter(product -> parts.stream().allMatch(part -> holds(part, product)))
        .forEach(
            product ->
                new HashSet<>(values(product, facet))
                    .forEach(v -> counts.merge(v, 1, Integer::sum)));
    return counts;
  }

  private static void flatten(Filter filter, List<Filter> parts) {
    if (filter instanceof Filter.And and) {
      and.filters().forEach(part -> flatten(part, parts));
    } else {
      parts.add(filter);
    }
  }

  private static FilterField selected(Filter part) {
    return switch (part) {
      case Filter.Equals equal -> equal.field();
      case Filter.In in -> in.field();
      case Filter.Under under -> FilterField.CATEGORY;
      default -> null;
    };
  }

  private static boolean holds(Filter filter, Product product) {
    return switch (filter) {
      case Filter.And and -> and.filters().stream().allMatch(f -> holds(f, product));
      case Filter.Or or -> or.filters().stream().anyMatch(f -> holds(f, product));
      case Filter.Not not -> !holds(not.filter(), product);
      case Filter.Equals equal -> values(product, equal.field()).contains(normal(equal.value()));
      case Filter.In in ->
          in.values().stream().anyMatch(v -> values(product, in.field()).contains(normal(v)));
      case Filter.Exists exists -> !values(product, exists.field()).isEmpty();
      case Filter.Under under ->
          product.category().size() >= under.path().size()
              && product.category().subList(0, under.path().size()).equals(under.path());
      case Filter.Range range ->
          values(product, range.field()).stream()
              .anyMatch(v -> v instanceof FilterValue.Numeric n && within(n.value(), range));
    };
  }

  private static boolean within(BigDecimal number, Filter.Range range) {
    int from = range.from() == null ? 1 : number.compareTo(range.from());
    int to = range.to() == null ? -1 : number.compareTo(range.to());
    return (from > 0 || (from == 0 && range.fromInclusive()))
        && (to < 0 || (to == 0 && range.toInclusive()));
  }

  private static List<FilterValue> values(Product product, FilterField field) {
    if (field.isAttribute()) {
      return switch (product.attributes().get(field.attributeName())) {
        case null -> List.of();
        case AttributeValue.Text text -> texts(text.values());
        case AttributeValue.Measure measure -> List.of(number(measure.value()));
        case AttributeValue.Flag flag -> List.of(new FilterValue.Flag(flag.value()));
      };
    }
    return switch (field.name()) {
      case "id" -> texts(List.of(product.id()));
      case "sku" -> texts(List.of(product.sku()));
      case "group" -> texts(product.group() == null ? List.of() : List.of(product.group()));
      case "brand" -> texts(product.brand() == null ? List.of() : List.of(product.brand()));
      case "category" ->
          texts(
              product.category().isEmpty()
                  ? List.of()
                  : List.of(String.join(" > ", product.category())));
      case "currency" ->
          texts(
              product.price() == null
                  ? List.of()
                  : List.of(product.price().currency().getCurrencyCode()));
      case "price" ->
          product.price() == null ? List.of() : List.of(number(product.price().amount()));
      case "stock" -> List.of(number(new BigDecimal(product.stock())));
      default -> throw new AssertionError(field);
    };
  }

  private static List<FilterValue> texts(List<String> texts) {
    return texts.stream().<FilterValue>map(FilterValue.Text::new).toList();
  }

  private static FilterValue number(BigDecimal number) {
    return new FilterValue.Numeric(new BigDecimal(number.stripTrailingZeros().toPlainString()));
  }

  private static FilterValue normal(FilterValue value) {
    return value instanceof FilterValue.Numeric n ? number(n.value()) : value;
  }

  /** Usually an AND of conditions, as a shop page makes it. */
  private static Filter topFilter(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> filter(random, random.nextInt(3)))
        .reduce(Filter.all(), Filter::and);
  }

  private static Filter filter(Random random, int depth) {
    FilterField field = FIELDS.get(random.nextInt(FIELDS.size()));
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0, 1 -> new Filter.Equals(field, value(field, random));
      case 2, 3 ->
          new Filter.In(
              field,
              IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(field, random)).toList());
      case 4 -> range(random);
      case 5 ->
          random.nextBoolean()
              ? new Filter.Exists(field)
              : new Filter.Under(category(random, 1 + random.nextInt(3)));
      case 6 -> new Filter.Not(filter(random, depth - 1));
      case 7 -> new Filter.And(filters(random, depth));
      default -> new Filter.Or(filters(random, depth));
    };
  }

  private static List<Filter> filters(Random random, int depth) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> filter(random, depth - 1)).toList();
  }

  private static Filter range(Random random) {
    FilterField field =
        List.of(FilterField.PRICE, FilterField.STOCK, WIDTH, COLOUR).get(random.nextInt(4));
    BigDecimal from = random.nextInt(3) == 0 ? null : decimal(random);
    BigDecimal to = random.nextInt(3) == 0 ? null : decimal(random);
    return new Filter.Range(field, from, random.nextBoolean(), to, random.nextBoolean());
  }

  private static FilterValue value(FilterField field, Random random) {
    return switch (field.name()) {
      case "id", "sku" -> new FilterValue.Text("p" + random.nextInt(200));
      case "group" -> new FilterValue.Text("g" + random.nextInt(20));
      case "brand" -> new FilterValue.Text("B" + random.nextInt(5));
      case "currency" -> new FilterValue.Text(random.nextBoolean() ? "EUR" : "USD");
      case "category" ->
          new FilterValue.Text(String.join(" > ", category(random, 1 + random.nextInt(3))));
      case "price" -> new FilterValue.Numeric(decimal(random));
      case "stock" -> new FilterValue.Numeric(new BigDecimal(random.nextInt(4)));
      default ->
          switch (random.nextInt(3)) {
            case 0 -> new FilterValue.Text(text(random));
            case 1 -> new FilterValue.Numeric(decimal(random));
            default -> new FilterValue.Flag(random.nextBoolean());
          };
    };
  }

  private static String text(Random random) {
    return List.of("red", "green", "2", "true", "2.50").get(random.nextInt(5));
  }

  private static BigDecimal decimal(Random random) {
    return new BigDecimal(
        List.of("0", "1", "2", "2.5", "2.50", "3.10", "12").get(random.nextInt(7)));
  }

  private static List<String> category(Random random, int steps) {
    return IntStream.range(0, steps).mapToObj(i -> "C" + random.nextInt(2)).toList();
  }

  private static Product product(String id, Random random) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    for (String name : List.of("colour", "width", "touch")) {
      switch (random.nextInt(5)) {
        case 0 ->
            attributes.put(name, new AttributeValue.Text(List.of(text(random), text(random))));
        case 1 -> attributes.put(name, new AttributeValue.Text(List.of(text(random))));
        case 2 -> attributes.put(name, new AttributeValue.Measure(decimal(random)));
        case 3 -> attributes.put(name, new AttributeValue.Flag(random.nextBoolean()));
        default -> {}
      }
    }
    Currency currency = Currency.getInstance(random.nextBoolean() ? "EUR" : "USD");
    return new Product(
        id,
        id,
        random.nextBoolean() ? "g" + random.nextInt(20) : null,
        Map.of(CatalogLocale.ENGLISH, random.nextBoolean() ? "Mug" : "Kettle"),
        Map.of(),
        random.nextInt(4) > 0 ? "B" + random.nextInt(5) : null,
        category(random, random.nextInt(4)),
        random.nextInt(4) > 0 ? new Money(decimal(random), currency) : null,
        random.nextInt(4),
        attributes,
        null,
        Products.NOON,
        false);
  }
}
