package com.aisle.local.launcher.traffic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What shoppers type: words out of the titles of products, now and then something that the shop
 * does not have.
 *
 * @param titles of products, not empty
 */
record Queries(List<String> titles) {
  private static final List<String> NOT_SOLD =
      List.of("surfboard wax", "garden tractor", "snow chains", "qwertz");

  String any(RandomGenerator random) {
    if (random.nextInt(100) < 4) {
      return NOT_SOLD.get(random.nextInt(NOT_SOLD.size()));
    }
    String title = titles.get(random.nextInt(titles.size()));
    if (!isLatin(title)) {
      return title;
    }
    String[] words = title.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+", 0);
    int last = words.length - 1;
    return random.nextBoolean() || last < 1 ? words[last] : words[last - 1] + " " + words[last];
  }

  String locale(String query) {
    return isLatin(query) ? "en" : "zh-Hant";
  }

  private static boolean isLatin(String text) {
    return text.chars().allMatch(c -> c < 0x250);
  }
}
