package com.aisle.warehouse;

import com.aisle.warehouse.WarehouseException.Kind;
import java.util.List;
import java.util.Map;

/**
 * Applies the migrations from the command line, as {@code ./aisle migrate} does. Settings are those
 * of {@link WarehouseConfig}, but the password itself is in {@code AISLE_CLICKHOUSE_PASSWORD}.
 */
public final class MigrateMain {

  private static final int CANNOT = 2;

  private MigrateMain() {}

  /** Exit code 0 when the schema is as it should be, 2 with the reason otherwise. */
  public static void main(String[] arguments) {
    System.exit(run(System.getenv()));
  }

  static int run(Map<String, String> env) {
    try {
      WarehouseConfig config = WarehouseConfig.from(env);
      String password = env.getOrDefault("AISLE_CLICKHOUSE_PASSWORD", "");
      List<String> applied = Migrations.apply(config, () -> password);
      System.out.println(
          applied.isEmpty()
              ? "the schema of database %s is up to date".formatted(config.database())
              : "applied to database %s: %s"
                  .formatted(config.database(), String.join(", ", applied)));
      return 0;
    } catch (IllegalArgumentException | WarehouseException e) {
      System.err.println("cannot migrate: " + e.getMessage());
      if (e instanceof WarehouseException failure && failure.kind() == Kind.UNAVAILABLE) {
        System.err.println("Is ClickHouse there? Running this again is safe.");
      }
      return CANNOT;
    }
  }
}
