package com.aisle.events;

import java.util.regex.Pattern;

/** What kind of device asks, by its {@code User-Agent} header. */
public enum DeviceClass {
  DESKTOP("desktop"),
  MOBILE("mobile"),
  TABLET("tablet"),
  /** Not a person: crawlers, previews, headless browsers. What they do is kept, but not counted. */
  BOT("bot"),
  /** No browser: the shop's own server, for example. */
  UNKNOWN("");

  // A program that names itself after its library (curl, Java) may well be the shop's own server.
  private static final Pattern BOT_WORDS =
      Pattern.compile(
          "bot\\b|bot[/;_ -]|crawl|spider|slurp|preview|headless|lighthouse|monitor|pingdom"
              + "|facebookexternalhit|mediapartners",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLET_WORDS =
      Pattern.compile("ipad|tablet|kindle|silk/|android(?!.*mobile)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MOBILE_WORDS =
      Pattern.compile("mobi|iphone|ipod", Pattern.CASE_INSENSITIVE);

  private final String word;

  DeviceClass(String word) {
    this.word = word;
  }

  /** As the warehouse has it. */
  public String word() {
    return word;
  }

  /** The kind of device that calls itself so. */
  public static DeviceClass of(String userAgent) {
    if (BOT_WORDS.matcher(userAgent).find()) {
      return BOT;
    }
    if (!userAgent.startsWith("Mozilla/") && !userAgent.startsWith("Opera/")) {
      return UNKNOWN;
    }
    if (TABLET_WORDS.matcher(userAgent).find()) {
      return TABLET;
    }
    return MOBILE_WORDS.matcher(userAgent).find() ? MOBILE : DESKTOP;
  }
}
