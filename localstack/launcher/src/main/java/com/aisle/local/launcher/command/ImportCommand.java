package com.aisle.local.launcher.command;

import com.aisle.local.launcher.CloudState;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.importing.ImportResult;
import com.aisle.local.launcher.importing.Importer;
import com.aisle.local.launcher.importing.OrderImporter;
import com.aisle.local.launcher.importing.ProductFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./aisle import}. */
@Command(
    name = "import",
    description =
        "Imports a file of products and waits until they are searchable, or with --orders a file of order events and waits until the warehouse has them.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "One JSON document a line: .jsonl or .jsonl.gz.")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Maps foreign field names onto Aisle's (see docs/imports.md).")
  private @Nullable Path mapping;

  @Option(
      names = "--orders",
      description =
          "The lines are order events: {\"type\":\"OrderPlaced\",…} (see docs/imports.md).")
  private boolean orders;

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    if (orders) {
      return importOrders(workspace, workspace.cloud().require());
    }
    ProductFile products = new ProductFile(file, mapping);
    ImportResult result = importer(workspace, workspace.cloud().require()).run(products);
    System.out.println(result.text());
    return result.lost() == 0 ? 0 : 1;
  }

  private int importOrders(Workspace workspace, CloudState state) {
    if (mapping != null) {
      throw new LauncherException("--mapping is for products only");
    }
    OrderImporter importer =
        new OrderImporter(state.addresses().aws(), state.outputs(), workspace.progress());
    System.out.println(importer.run(file).text());
    return 0;
  }

  static Importer importer(Workspace workspace, CloudState state) {
    return new Importer(
        state.addresses().aws(),
        state.addresses().gateway(),
        state.outputs(),
        workspace.progress());
  }
}
