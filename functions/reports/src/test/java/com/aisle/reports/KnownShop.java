package com.aisle.reports;

import com.aisle.local.launcher.ClickHouseEndpoint;

/**
 * Few enough shoppers to count their numbers by hand; each number in the tests of the reports is.
 *
 * <p>Monday 2 November 2026: client 1 (GB, desktop, from google) looks at the mug and buys two, and
 * client 2 (DE, mobile, direct) leaves after one page. In the evening client 1 comes again and
 * searches. Tuesday: client 3 (GB, mobile) late, at 23:30 UTC, which is Wednesday in Taipei, puts
 * the tray into the cart. Thursday: one mug comes back; client 2 pays in pounds. The Monday before,
 * client 1 bought a tray.
 */
final class KnownShop {

  /** Days that are read from the rows, or from the roll-ups: the numbers must be the same. */
  enum State {
    OPEN,
    ROLLED_UP,
    HALF
  }

  private KnownShop() {}

  static Shop create(ClickHouseEndpoint server, State state) {
    Shop shop = new Shop(server);
    fill(shop);
    shop.store();
    if (state != State.OPEN) {
      shop.rollUp();
    }
    if (state == State.HALF) {
      shop.execute("INSERT INTO touched_days VALUES ('2026-11-02', now64(3) + INTERVAL 1 HOUR)");
    }
    return shop;
  }

  private static void fill(Shop shop) {
    shop.product("mug", "Red mug", "Home", "Kitchen").product("tray", "Tray", "Home");
    Object[] first = {
      "device", "desktop", "country", "GB", "source", "google", "locale", "en", "page", "/mug"
    };
    shop.event("2026-11-02 10:00:00", "page_view", 1, 11, first)
        .event("2026-11-02 10:00:10", "product_view", 1, 11, with(first, "product", "mug"))
        .event("2026-11-02 10:00:50", "add_to_cart", 1, 11, with(first, "product", "mug"))
        .event("2026-11-02 10:02:00", "purchase", 1, 11, with(first, "order_id", "A"))
        .sale("2026-11-02 10:02:00", "A", 1, "mug", 2, "5.25", "country", "GB");
    shop.event(
        "2026-11-02 11:00:00",
        "page_view",
        2,
        12,
        "device",
        "mobile",
        "country",
        "DE",
        "locale",
        "de",
        "page",
        "/");
    Object[] evening = {
      "device", "desktop", "country", "GB", "source", "google", "page", "/search"
    };
    shop.event("2026-11-02 19:00:00", "page_view", 1, 13, evening)
        .search(
            "2026-11-02 19:00:10",
            1,
            13,
            "mug",
            3,
            "device",
            "desktop",
            "country",
            "GB",
            "query_id",
            "q1")
        .search(
            "2026-11-02 19:01:40",
            1,
            13,
            "sofa",
            0,
            "device",
            "desktop",
            "country",
            "GB",
            "query_id",
            "q2")
        .event(
            "2026-11-02 19:02:00",
            "click",
            1,
            13,
            with(evening, "product", "mug", "query_id", "q1", "position", 2));
    Object[] third = {
      "device", "mobile", "country", "GB", "source", "newsletter", "locale", "en", "page", "/tray"
    };
    shop.event("2026-11-03 23:30:00", "product_view", 3, 14, with(third, "product", "tray"))
        .event("2026-11-03 23:31:00", "add_to_cart", 3, 14, with(third, "product", "tray"));
    shop.refund("2026-11-05 09:00:00", "A", 1, "mug", 1, "5.25", "country", "GB")
        .sale("2026-11-05 12:00:00", "B", 2, "tray", 1, "3.00", "country", "DE", "currency", "GBP");
    shop.event(
            "2026-10-26 08:00:00",
            "product_view",
            1,
            15,
            "device",
            "desktop",
            "country",
            "GB",
            "product",
            "tray",
            "page",
            "/tray")
        .sale("2026-10-26 08:05:00", "C", 1, "tray", 1, "4.00", "country", "GB");
    shop.event("2026-11-02 12:00:00", "page_view", 9, 19, "device", "bot", "page", "/");
  }

  private static Object[] with(Object[] some, Object... more) {
    Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
