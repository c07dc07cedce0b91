package com.aisle.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a function does after its caller has the answer, such as sending what it noted down.
 *
 * <p>Lambda freezes a process when the answer is out. An extension inside the process keeps it
 * running until the extension asks for its next event, while the caller has the answer already and
 * pays with no time. Lambda ends a process that has an extension by SIGTERM with half a second to
 * go: then the work is done once more. Where nobody offers the Extensions API the work is done by a
 * thread of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Lambda
 *     Extensions API</a>
 */
public final class AfterAnswer {

  private static final Logger LOGGER = LoggerFactory.getLogger(AfterAnswer.class);

  /** The runtime still has to send the answer, and may have one processor only. */
  private static final long HEAD_START_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

  /** An event that never reaches the handler must not hold the process for good. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  /** Lambda kills the process 500 ms after it was told to end. */
  private static final Duration LAST_WORK = Duration.ofMillis(400);

  private final Optional<ExtensionClient> extension;
  private final long everyNanos;
  private final Runnable work;
  private final Semaphore answers = new Semaphore(0);
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final ScheduledExecutorService timer;
  private long lastDone;

  private AfterAnswer(Optional<ExtensionClient> extension, Duration every, Runnable work) {
    this.extension = extension;
    this.everyNanos = every.toNanos();
    this.work = work;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("after-answer-timer").factory());
    this.lastDone = System.nanoTime() - everyNanos;
  }

  /**
   * Starts to do work after answers. Must be called while the function starts: later Lambda accepts
   * no extension.
   *
   * @param env the function's environment
   * @param name of the extension, for Lambda's log
   * @param every the work is done at most so often; after an answer that came sooner it is done
   *     when that time is over, with the next answer or when the process ends
   * @param work what it throws is logged
   */
  public static AfterAnswer start(
      Map<String, String> env, String name, Duration every, Runnable work) {
    Optional<ExtensionClient> extension =
        Optional.ofNullable(env.get("AWS_LAMBDA_RUNTIME_API"))
            .flatMap(address -> ExtensionClient.register(address, name));
    AfterAnswer afterAnswer = new AfterAnswer(extension, every, work);
    // A platform thread: it waits in a call that would hold the carrier of a virtual one.
    Thread.ofPlatform().daemon().name("after-answer").start(afterAnswer::run);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(afterAnswer::doLastWork));
    return afterAnswer;
  }

  /** The same handler; what it answers or throws is followed by the work. */
  public <E, A> Function<E, A> following(Function<E, A> handler) {
    return event -> {
      try {
        return handler.apply(event);
      } finally {
        answers.release();
      }
    };
  }

  private void run() {
    try {
      while (true) {
        boolean announced = extension.isPresent() && extension.get().awaitEvent();
        if (announced) {
          awaitAnswer();
        } else {
          answers.acquire();
        }
        LockSupport.parkNanos(HEAD_START_NANOS);
        workIfDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer() throws InterruptedException {
    if (!answers.tryAcquire(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
      LOGGER.warn("an event was not answered within {}", LONGEST_ANSWER);
    }
  }

  private void workIfDue() {
    long wait = untilDue();
    if (wait <= 0) {
      doWork();
    } else if (scheduled.compareAndSet(false, true)) {
      var _ = timer.schedule(this::doScheduledWork, wait, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized long untilDue() {
    return lastDone + everyNanos - System.nanoTime();
  }

  private void doScheduledWork() {
    scheduled.set(false);
    doWork();
  }

  private void doLastWork() {
    Thread last = Thread.ofPlatform().daemon().name("after-last-answer").start(this::doWork);
    try {
      last.join(LAST_WORK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void doWork() {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOGGER.error("work after an answer failed", e);
    }
    lastDone = System.nanoTime();
  }
}
