package com.aisle.local.launcher.traffic;

import com.aisle.local.launcher.shop.Sender;
import com.aisle.local.launcher.shop.Shopper;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a shopper's page calls. Every call may throw LauncherException. */
interface Store {

  /** The answer of a search with who searches in its headers. */
  JsonNode search(Sender sender, Shopper shopper, String session, String query, String locale);

  /** What was said about these events. */
  JsonNode post(Sender sender, List<ObjectNode> events);

  /** Puts an OrderPlaced on the shop's bus. */
  void order(ObjectNode order);
}
