package com.aisle.local.launcher.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Codes (ISO 3166-1 alpha-2) of the countries as the demo's orders write them. */
final class Countries {
  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** Empty for what is no country, such as Unspecified. */
  static Optional<String> code(String name) {
    return Optional.ofNullable(CODES.get(name));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
    }
    codes.putAll(
        Map.of(
            "EIRE", "IE",
            "USA", "US",
            "RSA", "ZA",
            "Hong Kong", "HK",
            "Czech Republic", "CZ",
            "Channel Islands", "JE"));
    return codes;
  }
}
