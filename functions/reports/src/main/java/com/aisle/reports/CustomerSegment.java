package com.aisle.reports;

import java.util.Locale;

/**
 * Groups of customers by how lately (R) and how often and for how much (FM, the mean of both scores
 * rounded up) they ordered. The names and the grid are those that marketing tools share, e.g.
 * Putler's "RFM analysis"; the scores are quintiles as in A. M. Hughes, Strategic Database
 * Marketing (1994).
 *
 * <pre>
 *       FM 1             2                  3               4          5
 * R 5   new              potential_loyalists                champions
 *   4   promising        potential_loyalists                loyal
 *   3   about_to_sleep                      need_attention  loyal
 *   2,1 hibernating                         at_risk                    cannot_lose
 * </pre>
 */
enum CustomerSegment {
  CHAMPIONS,
  LOYAL,
  POTENTIAL_LOYALISTS,
  NEW,
  PROMISING,
  NEED_ATTENTION,
  ABOUT_TO_SLEEP,
  AT_RISK,
  CANNOT_LOSE,
  HIBERNATING;

  /** As answers have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of these scores, both from 1 to 5. */
  static CustomerSegment of(int recency, int frequencyAndMoney) {
    return switch (recency) {
      case 5 -> recent(frequencyAndMoney, NEW, CHAMPIONS);
      case 4 -> recent(frequencyAndMoney, PROMISING, LOYAL);
      case 3 ->
          frequencyAndMoney <= 2 ? ABOUT_TO_SLEEP : frequencyAndMoney == 3 ? NEED_ATTENTION : LOYAL;
      default ->
          frequencyAndMoney <= 2 ? HIBERNATING : frequencyAndMoney <= 4 ? AT_RISK : CANNOT_LOSE;
    };
  }

  private static CustomerSegment recent(
      int frequencyAndMoney, CustomerSegment least, CustomerSegment most) {
    if (frequencyAndMoney == 1) {
      return least;
    }
    return frequencyAndMoney <= 3 ? POTENTIAL_LOYALISTS : most;
  }
}
