package com.aisle.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The languages in which a shop describes its products, named by their BCP 47 tag. */
public enum CatalogLocale {
  ENGLISH("en"),
  TRADITIONAL_CHINESE("zh-Hant");

  private final String tag;

  CatalogLocale(String tag) {
    this.tag = tag;
  }

  public String tag() {
    return tag;
  }

  /** The locale with this tag; tags compare without regard to case. */
  public static Optional<CatalogLocale> ofTag(String tag) {
    return Arrays.stream(values()).filter(locale -> locale.tag.equalsIgnoreCase(tag)).findFirst();
  }

  /** Every tag, for error messages: {@code en, zh-Hant}. */
  public static String tags() {
    return Arrays.stream(values()).map(CatalogLocale::tag).collect(Collectors.joining(", "));
  }
}
