package com.aisle.embedding;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.embeddings.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a product is embedded in one language: its title and description.
 *
 * <p>That is what search quality was measured with. Brand, category and attributes are left out:
 * the text index matches them by word and both halves filter by them exactly, while a model's
 * vector of a title moves away from queries with every label put before it. So a change of them
 * does not embed again either.
 *
 * @param text title and description
 * @param hash changes when the text does
 */
record ProductText(String text, String hash) {

  /** Empty when the product has no title in this language. */
  static Optional<ProductText> of(Product product, Language language) {
    String text =
        Stream.of(CatalogLocale.values())
            .filter(locale -> Language.of(locale) == language)
            .filter(locale -> product.title().containsKey(locale))
            .map(locale -> text(product, locale))
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Optional.empty() : Optional.of(new ProductText(text, Sha256.of(text)));
  }

  private static String text(Product product, CatalogLocale locale) {
    return Stream.of(product.title().get(locale), product.description().get(locale))
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
