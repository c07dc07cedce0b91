package com.aisle.local.launcher;

import com.aisle.local.launcher.process.PartStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the background launcher tells the commands, in run/state.json.
 *
 * @param pid of the launcher
 * @param phase how far it is
 * @param message why it failed; empty otherwise
 * @param outputs of the deployed stack
 */
public record CloudState(
    long pid,
    Phase phase,
    String message,
    Addresses addresses,
    Map<String, String> outputs,
    List<PartStatus> parts) {
  /** How far a launcher is. */
  public enum Phase {
    /** Fetching, starting or deploying. */
    STARTING,
    /** Everything runs and is deployed. */
    UP,
    /** It gave up. */
    FAILED
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Addresses NOWHERE = new Addresses(0, 0, 0, 0, 0, 0);

  /** A launcher that has nothing to show yet, or never will. */
  public static CloudState without(long pid, Phase phase, String message) {
    return new CloudState(pid, phase, message, NOWHERE, Map.of(), List.of());
  }

  /** The same after another deployment. */
  public CloudState with(Map<String, String> newOutputs) {
    return new CloudState(pid, phase, message, addresses, newOutputs, parts);
  }

  /** The state that was written last. */
  public static Optional<CloudState> read(Home home) {
    Path file = file(home);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readString(file), CloudState.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file in one step. */
  public void write(Home home) {
    try {
      Path temporary =
          Files.writeString(home.run().resolve("state.json.new"), JSON.writeValueAsString(this));
      Files.move(
          temporary,
          file(home),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the file. */
  public static void clear(Home home) {
    try {
      Files.deleteIfExists(file(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("state.json");
  }
}
