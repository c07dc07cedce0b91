package com.aisle.local.host.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked up and used again until it is two seconds old. While it is in steady use
 * it is looked up in the background, so that no user waits; after a pause, or when told that it has
 * changed, the next user waits for the new one.
 *
 * @param <T> what is looked up
 */
public final class Refreshed<T> {
  private static final Logger LOG = Logger.getLogger(Refreshed.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration USABLE = Duration.ofSeconds(10);

  /**
   * Looks something up.
   *
   * @param <T> what is looked up
   */
  public interface Source<T> {
    /**
     * The thing as it is now.
     *
     * @param known what was found the last time, to be kept when nothing has changed
     * @throws IOException when it is not there; then what was known is forgotten
     */
    T load(@Nullable T known) throws IOException;
  }

  private record Answer<T>(T value, long foundAt, int generation) {
    boolean isYoungerThan(Duration age) {
      return System.nanoTime() - foundAt < age.toNanos();
    }
  }

  private final Source<T> source;
  private final ReentrantLock asking = new ReentrantLock();
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private final AtomicInteger generation = new AtomicInteger();
  private volatile @Nullable Answer<T> known;

  /** Looks nothing up yet. */
  public Refreshed(Source<T> source) {
    this.source = source;
  }

  /** What is there now, at most about two seconds late. */
  public T current() throws IOException {
    Answer<T> answer = known;
    if (answer == null || !isUsable(answer)) {
      return waitForNew();
    }
    if (!answer.isYoungerThan(FRESH) && refreshing.compareAndSet(false, true)) {
      Thread.ofVirtual().start(this::refresh);
    }
    return answer.value;
  }

  private boolean isUsable(Answer<T> answer) {
    return answer.generation == generation.get() && answer.isYoungerThan(USABLE);
  }

  private T waitForNew() throws IOException {
    asking.lock();
    try {
      Answer<T> answer = known;
      return answer != null && isUsable(answer) ? answer.value : ask();
    } finally {
      asking.unlock();
    }
  }

  private void refresh() {
    asking.lock();
    try {
      ask();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the next user will be told", e);
    } finally {
      refreshing.set(false);
      asking.unlock();
    }
  }

  private T ask() throws IOException {
    int asked = generation.get();
    Answer<T> before = known;
    try {
      T value = source.load(before == null ? null : before.value);
      known = new Answer<>(value, System.nanoTime(), asked);
      return value;
    } catch (IOException | RuntimeException e) {
      known = null;
      throw e;
    }
  }

  /** It has changed, or may have: the next user gets nothing that was found before. */
  public void expire() {
    generation.incrementAndGet();
  }

  /** What was found the last time, if it is still kept. */
  public @Nullable T peek() {
    Answer<T> answer = known;
    return answer == null ? null : answer.value;
  }
}
