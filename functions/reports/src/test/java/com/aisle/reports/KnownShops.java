package com.aisle.reports;

import com.aisle.local.launcher.ClickHouseEndpoint;
import com.aisle.reports.KnownShop.State;
import java.util.EnumMap;
import java.util.Map;

/** The known shop in every state, on one server, for all tests of this JVM. */
final class KnownShops {

  static final ClickHouseEndpoint SERVER = Shop.startServer();

  private static final Map<State, Shop> SHOPS = new EnumMap<>(State.class);

  private KnownShops() {}

  static synchronized Shop in(State state) {
    return SHOPS.computeIfAbsent(state, missing -> KnownShop.create(SERVER, missing));
  }
}
