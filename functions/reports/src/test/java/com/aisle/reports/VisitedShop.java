package com.aisle.reports;

import com.aisle.reports.KnownShop.State;
import java.util.EnumMap;
import java.util.Map;

/**
 * A shop for the reports on ways through it, few enough visits to count by hand. Each line below is
 * a session, or clicks that belong to none; then the orders.
 */
final class VisitedShop {

  private static final Map<State, Shop> SHOPS = new EnumMap<>(State.class);

  private VisitedShop() {}

  static synchronized Shop in(State state) {
    return SHOPS.computeIfAbsent(state, VisitedShop::create);
  }

  private static Shop create(State state) {
    Shop shop = new Shop(KnownShops.SERVER);
    visits(shop);
    clicks(shop);
    orders(shop);
    shop.store();
    if (state == State.OPEN) {
      repeatEverything(shop);
    } else {
      shop.rollUp();
    }
    if (state == State.HALF) {
      shop.execute("INSERT INTO touched_days VALUES ('2026-11-06', now64(3) + INTERVAL 1 HOUR)");
    }
    return shop;
  }

  /** Every message comes twice. */
  private static void repeatEverything(Shop shop) {
    for (String table : new String[] {"events", "searches", "order_lines"}) {
      shop.execute("INSERT INTO %1$s SELECT * FROM %1$s".formatted(table));
    }
  }

  private static void visits(Shop shop) {
    shop.event("2026-11-02 10:00:00", "page_view", 1, 101)
        .event("2026-11-02 10:00:10", "product_view", 1, 101)
        .event("2026-11-02 10:00:40", "add_to_cart", 1, 101)
        .event("2026-11-02 10:02:00", "checkout", 1, 101)
        .event("2026-11-02 10:02:30", "purchase", 1, 101);
    shop.event("2026-11-02 11:00:00", "product_view", 2, 102)
        .event("2026-11-02 11:00:30", "page_view", 2, 102)
        .event("2026-11-02 11:01:00", "add_to_cart", 2, 102);
    shop.event("2026-11-03 09:00:00", "product_view", 3, 103, "country", "FR")
        .event("2026-11-03 09:00:10", "product_view", 3, 103, "country", "FR");
    shop.search("2026-11-03 10:00:00", 4, 104, "mug", 3)
        .event("2026-11-03 10:00:05", "click", 4, 104)
        .event("2026-11-03 10:00:06", "product_view", 4, 104)
        .event("2026-11-03 10:00:26", "add_to_cart", 4, 104);
    shop.event("2026-11-04 12:00:00", "product_view", 2, 105)
        .event("2026-11-04 12:00:20", "checkout", 2, 105)
        .event("2026-11-04 12:00:50", "purchase", 2, 105);
    shop.event("2026-11-05 08:00:00", "product_view", 3, 106);
    shop.event("2026-10-28 08:00:00", "page_view", 5, 107);
    shop.event("2026-11-06 08:00:00", "page_view", 5, 108);
    shop.event("2026-11-07 08:00:00", "page_view", 5, 109);
    shop.event("2026-11-03 09:00:00", "product_view", 9, 110, "device", "bot");
    shop.event("2026-11-03 09:00:00", "page_view", 0, 0);
  }

  private static void clicks(Shop shop) {
    shop.product("mug", "Red mug").product("tray", "Tray");
    shop.event("2026-10-20 08:00:00", "recommendation_click", 4, 0, similar("mug"))
        .event("2026-11-02 07:59:00", "recommendation_impression", 1, 0, similar("mug"))
        .event("2026-11-02 07:59:30", "recommendation_impression", 1, 0, similar("mug"))
        .event("2026-11-02 08:00:00", "recommendation_click", 1, 0, similar("mug"))
        .search("2026-11-02 08:59:00", 1, 0, "red mug", 3, "query_id", "q1")
        .event("2026-11-02 09:00:00", "click", 1, 0, "product", "mug", "query_id", "q1")
        .search("2026-11-03 11:59:00", 2, 0, "tray", 3, "query_id", "q2")
        .event("2026-11-03 12:00:00", "click", 2, 0, "product", "tray", "query_id", "q2")
        .event("2026-11-04 11:58:00", "recommendation_impression", 2, 0, personal("tray"))
        .event("2026-11-04 11:59:00", "recommendation_click", 2, 0, personal("tray"));
  }

  private static Object[] similar(String product) {
    return new Object[] {"product", product, "recommendation_kind", "similar"};
  }

  private static Object[] personal(String product) {
    return new Object[] {"product", product, "recommendation_kind", "personal"};
  }

  private static void orders(Shop shop) {
    shop.sale("2026-11-02 10:02:30", "A", 1, "mug", 2, "5.00")
        .sale("2026-11-02 10:02:30", "A", 1, "tray", 1, "3.00")
        .sale("2026-11-04 12:00:50", "B", 2, "tray", 2, "3.00")
        .sale("2026-11-05 12:00:00", "C", 4, "mug", 1, "5.00")
        .refund("2026-11-05 09:00:00", "A", 1, "mug", 1, "5.00", "placed_at", "2026-11-02 10:02:30")
        .sale("2026-11-05 12:00:00", "D", 3, "tray", 1, "1.00", "currency", "USD")
        .sale("2026-10-27 12:00:00", "E", 1, "tray", 1, "4.00");
  }
}
