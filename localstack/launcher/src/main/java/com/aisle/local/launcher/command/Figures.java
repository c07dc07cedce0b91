package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.StaffToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the demo says about the reports. */
final class Figures {
  private Figures() {}

  /** The console's address, the last 28 days in a line and how to have more of them. */
  static String text(CloudState state) {
    JsonNode overview = overview(state);
    JsonNode totals = overview.path("totals");
    return String.format(
        Locale.ROOT,
        """

        console       %s/console/#token=%s
        28 days       %,d visitors, %,d sessions, %,d orders, %s %s
                      (demo data: real orders of a year, moved to end now; the visits are made up)
        live          ./aisle traffic""",
        state.addresses().gateway(),
        URLEncoder.encode(token(state), StandardCharsets.UTF_8),
        totals.path("visitors").asLong(),
        totals.path("sessions").asLong(),
        totals.path("orders").asLong(),
        totals.path("revenue").asString(),
        overview.path("currency").asString(""));
  }

  /**
   * The function starts by asking all its reports, which is done soonest while there is nothing to
   * count.
   */
  static void wake(Workspace workspace, CloudState state) {
    try {
      overview(state);
    } catch (LauncherException e) {
      workspace.progress().report("demo", "the reports are not ready yet: " + e.getMessage());
    }
  }

  /** The last 28 days. */
  private static JsonNode overview(CloudState state) {
    return Reports.get(state, token(state), "overview?size=1");
  }

  private static String token(CloudState state) {
    return StaffToken.read(state.addresses().aws(), state.outputs()).orElse("");
  }
}
