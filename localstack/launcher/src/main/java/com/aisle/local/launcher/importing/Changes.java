package com.aisle.local.launcher.importing;

import com.aisle.local.launcher.LauncherException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notices whether a value that is looked at again and again still changes. */
final class Changes<T> {
  private final Duration longest;
  private final String complaint;
  private @Nullable T last;
  private long since = System.nanoTime();

  /** Complains once a value has stayed the same for {@code longest}. */
  Changes(Duration longest, String complaint) {
    this.longest = longest;
    this.complaint = complaint;
  }

  /** Whether the value differs from the one before. */
  boolean see(@Nullable T value) {
    if (!Objects.equals(last, value)) {
      last = value;
      since = System.nanoTime();
      return true;
    }
    if (System.nanoTime() - since > longest.toNanos()) {
      throw new LauncherException(
          "for %d minutes nothing has changed: %s".formatted(longest.toMinutes(), complaint));
    }
    return false;
  }
}
