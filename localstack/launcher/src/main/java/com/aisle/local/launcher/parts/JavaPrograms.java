package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of the parts that are Java programs. */
public final class JavaPrograms {
  private JavaPrograms() {}

  /** The java program that runs this launcher. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A command that runs {@code mainClass} of the built module in {@code folder}. */
  public static List<String> module(
      Path folder, List<String> options, String mainClass, List<String> arguments) {
    Path target = folder.resolve("target");
    if (!Files.isDirectory(target.resolve("classes"))) {
      throw new LauncherException(folder + " is not built. Run: mvn -q -DskipTests package");
    }
    return command(
        options, target.resolve("classes") + ":" + target.resolve("lib/*"), mainClass, arguments);
  }

  /** A command that runs {@code mainClass} on {@code classPath}. */
  static List<String> command(
      List<String> options, String classPath, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    return List.copyOf(command);
  }
}
