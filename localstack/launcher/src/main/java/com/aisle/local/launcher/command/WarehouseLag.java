package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.StaffToken;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How old the newest row is that a report sees, as text. */
final class WarehouseLag implements Supplier<String> {
  private final CloudState state;
  private final String token;

  WarehouseLag(CloudState state) {
    this.state = state;
    this.token = StaffToken.read(state.addresses().aws(), state.outputs()).orElse("");
  }

  @Override
  public String get() {
    try {
      JsonNode age =
          Reports.get(state, token, "overview?size=1").path("freshness").path("ageSeconds");
      return age.isNumber() ? String.format(Locale.ROOT, "%.1f s behind", age.asDouble()) : "empty";
    } catch (LauncherException e) {
      return "not answering";
    }
  }
}
