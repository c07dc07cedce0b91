package com.aisle.embeddings;

import com.aisle.catalog.CatalogLocale;
import com.aisle.text.Script;

/** The languages that have a model, and so a space of vectors, of their own. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47, without script or region. */
  public String tag() {
    return tag;
  }

  public static Language of(CatalogLocale locale) {
    return switch (locale) {
      case ENGLISH -> ENGLISH;
      case TRADITIONAL_CHINESE -> CHINESE;
    };
  }

  /**
   * The language whose model reads this text best: Chinese as soon as it holds one Han character,
   * since the Chinese model also knows Latin words and the English one knows no Han.
   */
  public static Language ofText(String text) {
    return Script.of(text) == Script.HAN ? CHINESE : ENGLISH;
  }
}
