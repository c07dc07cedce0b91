package com.aisle.local.launcher.command;

import com.aisle.local.launcher.LauncherException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./aisle}. */
@Command(
    name = "aisle",
    description =
        "Aisle on this machine: search for an online shop, without Docker and without an AWS account.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      InvokeCommand.class,
      ImportCommand.class,
      RedriveCommand.class,
      ReplayRejectedCommand.class,
      TrafficCommand.class,
      DeployCommand.class,
      MigrateCommand.class,
      ForgetCommand.class,
      TestCommand.class,
      BenchCommand.class,
      EvalCommand.class,
      DoctorCommand.class,
      SuperviseCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Environment: AISLE_HOME (folder of the local cloud, default .local), AISLE_PORT (8080),",
      "AISLE_AWS_PORT (4566), AISLE_DEBUG (functions that a debugger may attach to)."
    })
public final class Main {
  /** The exit code for what the person at the keyboard can put right. */
  static final int CANNOT = 2;

  private Main() {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine main = new CommandLine(new Main());
    // These two hand everything on.
    for (String name : List.of("bench", "eval")) {
      Objects.requireNonNull(main.getSubcommands().get(name)).setUnmatchedArgumentsAllowed(true);
    }
    return main.setExecutionExceptionHandler(
        (exception, commandLine, parsed) -> {
          if (exception instanceof LauncherException) {
            commandLine.getErr().println("aisle: " + exception.getMessage());
            return CANNOT;
          }
          throw exception;
        });
  }
}
