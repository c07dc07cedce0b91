package com.aisle.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product or one variant of it, as the shop last described it.
 *
 * <p>A deleted product keeps only its id and the time of its deletion, so that older news about it
 * can be recognised.
 *
 * @param id unique and never reused
 * @param sku the shop's own article number
 * @param group the same for all variants of a product; null when it has none
 * @param title by locale; not empty unless deleted
 * @param description by locale, may be empty
 * @param category the path from the broadest to the narrowest: {@code [Home, Kitchen, Mugs]}
 * @param price null when the shop shows none
 * @param stock pieces that can be sold now
 * @param attributes by name, names in lower case
 * @param image where its picture is
 * @param updatedAt when the shop last changed it: of two states of a product the later one is true
 * @param deleted whether the shop no longer sells it
 */
public record Product(
    String id,
    String sku,
    @Nullable String group,
    Map<CatalogLocale, String> title,
    Map<CatalogLocale, String> description,
    @Nullable String brand,
    List<String> category,
    @Nullable Money price,
    int stock,
    Map<String, AttributeValue> attributes,
    @Nullable URI image,
    Instant updatedAt,
    boolean deleted) {

  public Product {
    title = Map.copyOf(title);
    description = Map.copyOf(description);
    category = List.copyOf(category);
    attributes = Map.copyOf(attributes);
    if (!deleted && title.isEmpty()) {
      throw new IllegalArgumentException("product %s has no title".formatted(id));
    }
    if (stock < 0) {
      throw new IllegalArgumentException("product %s has negative stock".formatted(id));
    }
  }

  /** The tombstone of a product. */
  public static Product deleted(String id, Instant at) {
    return new Product(
        id, "", null, Map.of(), Map.of(), null, List.of(), null, 0, Map.of(), null, at, true);
  }

  /** Whether this state replaces {@code other}: it is strictly later. */
  public boolean isNewerThan(Instant other) {
    return updatedAt.isAfter(other);
  }

  /** The title in this locale or, where the shop gave none, in another one. */
  public String titleIn(CatalogLocale locale) {
    return in(title, locale).orElse("");
  }

  /** The description in this locale or, where the shop gave none, in another one. */
  public Optional<String> descriptionIn(CatalogLocale locale) {
    return in(description, locale);
  }

  private static Optional<String> in(Map<CatalogLocale, String> texts, CatalogLocale locale) {
    String exact = texts.get(locale);
    return exact != null ? Optional.of(exact) : texts.values().stream().sorted().findFirst();
  }
}
