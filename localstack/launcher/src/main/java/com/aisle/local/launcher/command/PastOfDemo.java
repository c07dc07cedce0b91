package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.LoadedPast;
import com.aisle.local.launcher.demo.DemoPast;
import com.aisle.local.launcher.fetch.Checksum;
import com.aisle.local.launcher.importing.OrderImportResult;
import com.aisle.local.launcher.importing.OrderImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Brings the demo shop's last year into the warehouse, once. Its days are rolled up by the schedule
 * from the next minute on; until then reports read them from the rows.
 */
final class PastOfDemo {
  // Another number makes a cloud that is up load the past again.
  private static final String VERSION = "1";

  private final Workspace workspace;
  private final CloudState state;
  private final Path orders;

  PastOfDemo(Workspace workspace, CloudState state, Path orders) {
    this.workspace = workspace;
    this.state = state;
    this.orders = orders;
  }

  /** Loads it unless it is there. */
  void load() throws IOException {
    LoadedPast loaded = new LoadedPast(workspace.home());
    String content = Checksum.of(orders) + VERSION;
    if (loaded.is(content)) {
      return;
    }
    report("search answers; loading a year of visits and orders for the reports");
    DemoPast past = new DemoPast(orders, Clock.systemUTC());
    DemoPast.Posted posted = past.postVisits(state.addresses().gateway());
    report("%d events of %d visits posted".formatted(posted.events(), posted.visits()));
    importOrders(past);
    loaded.note(content);
  }

  private void importOrders(DemoPast past) {
    Path file = workspace.home().run().resolve("demo-orders.jsonl.gz");
    past.writeOrders(file);
    OrderImporter importer =
        new OrderImporter(state.addresses().aws(), state.outputs(), workspace.progress());
    OrderImportResult result = importer.run(file);
    report("orders: " + result.text());
    if (result.rejected() > 0) {
      throw new LauncherException(
          "orders of the demo were rejected. Look at: ./aisle logs imports");
    }
  }

  private void report(String text) {
    workspace.progress().report("demo", text);
  }
}
