package com.aisle.embedding;

import com.aisle.catalog.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves of each product in a batch of messages only the state that was changed last. */
final class NewestStates {

  private NewestStates() {}

  /**
   * Drops the overtaken states and all but the first of equal ones.
   *
   * @param messages the products of each message, changed in place
   */
  static <M> void keep(Map<M, List<Product>> messages) {
    Map<String, Product> newest = new HashMap<>();
    messages.values().stream()
        .flatMap(List::stream)
        .forEach(product -> newest.merge(product.id(), product, NewestStates::later));
    messages.replaceAll(
        (message, products) ->
            products.stream().filter(product -> isSame(newest, product)).toList());
  }

  @SuppressWarnings("ReferenceEquality") // of two equal states one is enough
  private static boolean isSame(Map<String, Product> newest, Product product) {
    return newest.get(product.id()) == product;
  }

  private static Product later(Product one, Product other) {
    return other.isNewerThan(one.updatedAt()) ? other : one;
  }
}
