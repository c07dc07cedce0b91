package com.aisle.local.launcher.command;

import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.build.Builder;
import com.aisle.local.launcher.deploy.Schema;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./aisle migrate}. */
@Command(
    name = "migrate",
    description =
        "Brings a warehouse to this checkout's schema (infra/clickhouse): the one of the running local cloud, or another by its address. May be run again at any time.",
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "HTTP interface of another ClickHouse, such as https://host:8443.")
  private @Nullable String url;

  @Option(names = "--user", paramLabel = "USER", description = "Who may change its schema.")
  private String user = "default";

  @Option(
      names = "--password-env",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds the password (${DEFAULT-VALUE}).")
  private String passwordVariable = "CLICKHOUSE_PASSWORD";

  @Option(names = "--database", paramLabel = "NAME", description = "(${DEFAULT-VALUE})")
  private String database = "aisle";

  @Override
  public Integer call() {
    Workspace workspace = Workspace.current();
    Schema.Target target = target(workspace);
    new Builder(workspace.checkout(), workspace.progress()).buildMigrations();
    new Schema(workspace.checkout(), workspace.progress()).migrate(target);
    return 0;
  }

  private Schema.Target target(Workspace workspace) {
    if (url == null) {
      return workspace.cloud().require().addresses().warehouse();
    }
    String password = System.getenv(passwordVariable);
    if (password == null) {
      throw new LauncherException(
          "the environment variable %s is not set; put the password of %s into it"
              .formatted(passwordVariable, user));
    }
    return new Schema.Target(url, user, password, database);
  }
}
