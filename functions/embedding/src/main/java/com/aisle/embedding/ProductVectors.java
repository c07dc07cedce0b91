package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.Language;
import com.aisle.vectors.VectorRecord;
import com.aisle.vectors.VectorStore;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The vectors of products in every language.
 *
 * <p>A product's state is old news when any space tells of a later one. Each space is brought up to
 * date for itself, so that an attempt that ended between two spaces is completed by the next one.
 * The store shows writes after a while only: two states that arrive within that time can be written
 * in the wrong order, which the next change of the product puts right; the text index, which
 * decides what is shown, keeps the true order.
 *
 * <p>The deletion of a product that no space knows leaves a tombstone in the first space, so that
 * older news that comes after it is recognised.
 */
final class ProductVectors {

  private final List<ProductSpace> spaces;

  ProductVectors(Embedders embedders, VectorStore store) {
    this.spaces =
        Arrays.stream(Language.values())
            .map(language -> new ProductSpace(language, embedders, store))
            .toList();
  }

  /**
   * Writes these products' vectors.
   *
   * @param products one state for each id
   * @return those that are not old news
   */
  List<Product> write(List<Product> products) {
    Map<ProductSpace, Map<String, VectorRecord>> stored = stored(products);
    List<Product> news =
        products.stream().filter(product -> !isOld(product, stored.values())).toList();
    addUnknownTombstones(news, stored);
    for (ProductSpace space : spaces) {
      SpaceChanges changes = new SpaceChanges(space.language());
      Map<String, VectorRecord> before = stored.getOrDefault(space, Map.of());
      news.forEach(product -> changes.add(product, before.get(product.id())));
      space.apply(changes);
    }
    return news;
  }

  private Map<ProductSpace, Map<String, VectorRecord>> stored(List<Product> products) {
    List<String> ids = products.stream().map(Product::id).toList();
    Map<ProductSpace, Map<String, VectorRecord>> stored = new LinkedHashMap<>();
    spaces.forEach(space -> stored.put(space, new HashMap<>(space.stored(ids))));
    return stored;
  }

  private static boolean isOld(Product product, Collection<Map<String, VectorRecord>> stored) {
    return states(product, stored)
        .anyMatch(state -> state.updatedAt().isAfter(product.updatedAt()));
  }

  private void addUnknownTombstones(
      List<Product> products, Map<ProductSpace, Map<String, VectorRecord>> stored) {
    ProductSpace first = spaces.getFirst();
    List<Product> unknown =
        products.stream()
            .filter(Product::deleted)
            .filter(product -> states(product, stored.values()).findAny().isEmpty())
            .toList();
    unknown.forEach(
        product ->
            stored
                .getOrDefault(first, new HashMap<>())
                .put(product.id(), StoredState.nothing(product.id(), first.dimension())));
  }

  private static Stream<StoredState> states(
      Product product, Collection<Map<String, VectorRecord>> stored) {
    return stored.stream()
        .map(records -> records.get(product.id()))
        .filter(Objects::nonNull)
        .map(StoredState::of);
  }
}
