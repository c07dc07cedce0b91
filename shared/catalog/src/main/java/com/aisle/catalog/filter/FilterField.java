package com.aisle.catalog.filter;

import java.util.Locale;
import java.util.Optional;

/**
 * A field of a product that filters, facets and sorting can name.
 *
 * @param name {@code brand} or {@code attributes.product colour}, as in the product document
 * @param kind what its values are; ANY for attributes, whose kind each product decides
 */
public record FilterField(String name, Kind kind) {

  /** The values that a field holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    ANY
  }

  public static final FilterField ID = new FilterField("id", Kind.TEXT);
  public static final FilterField SKU = new FilterField("sku", Kind.TEXT);
  public static final FilterField GROUP = new FilterField("group", Kind.TEXT);
  public static final FilterField BRAND = new FilterField("brand", Kind.TEXT);

  /**
   * The category path: equality and facets look at whole paths joined by {@link #PATH_SEPARATOR}.
   */
  public static final FilterField CATEGORY = new FilterField("category", Kind.TEXT);

  public static final FilterField CURRENCY = new FilterField("currency", Kind.TEXT);

  /** In major units of the product's currency. */
  public static final FilterField PRICE = new FilterField("price", Kind.NUMBER);

  public static final FilterField STOCK = new FilterField("stock", Kind.NUMBER);

  /** Between the steps of a category path: {@code Home > Kitchen > Mugs}. */
  public static final String PATH_SEPARATOR = " > ";

  private static final String ATTRIBUTES = "attributes.";

  /** The attribute of this name; names are in lower case. */
  public static FilterField attribute(String name) {
    return new FilterField(ATTRIBUTES + name.toLowerCase(Locale.ROOT), Kind.ANY);
  }

  /** The field of this name, if products can have it. */
  public static Optional<FilterField> named(String name) {
    return switch (name) {
      case "id" -> Optional.of(ID);
      case "sku" -> Optional.of(SKU);
      case "group" -> Optional.of(GROUP);
      case "brand" -> Optional.of(BRAND);
      case "category" -> Optional.of(CATEGORY);
      case "currency" -> Optional.of(CURRENCY);
      case "price" -> Optional.of(PRICE);
      case "stock" -> Optional.of(STOCK);
      default ->
          name.startsWith(ATTRIBUTES) && name.length() > ATTRIBUTES.length()
              ? Optional.of(attribute(name.substring(ATTRIBUTES.length())))
              : Optional.empty();
    };
  }

  public boolean isAttribute() {
    return name.startsWith(ATTRIBUTES);
  }

  /** The attribute's own name, without the prefix. */
  public String attributeName() {
    if (!isAttribute()) {
      throw new IllegalStateException(name + " is no attribute");
    }
    return name.substring(ATTRIBUTES.length());
  }
}
