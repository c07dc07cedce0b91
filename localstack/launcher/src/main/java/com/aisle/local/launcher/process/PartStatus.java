package com.aisle.local.launcher.process;

/**
 * How a part is.
 *
 * @param pid of the server process, 0 while there is none
 * @param restarts how often it died and was started again
 */
public record PartStatus(String name, State state, long pid, int port, String log, int restarts) {
  /** What a part can be doing. */
  public enum State {
    /** Its process is on the way up. */
    STARTING,
    /** It answers. */
    HEALTHY,
    /** It died and is about to be started again. */
    RESTARTING,
    /** It was stopped on purpose. */
    STOPPED
  }
}
