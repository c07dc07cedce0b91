package com.aisle.local.host.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.function.Invocation.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One warm process of a function. It works on one event at a time. */
final class FunctionProcess {
  private static final long MEGABYTE = 1024 * 1024;

  /**
   * Reading its memory takes a tenth of a millisecond, too long for each event of a busy process.
   */
  private static final Duration MEMORY_CHECKED = Duration.ofMillis(20);

  private final DeployedFunction function;
  private final RuntimeSession session;
  private final Process process;
  private final ProcessLog log;
  private final Instant startedAt = Instant.now();
  private volatile EndCause cause = EndCause.EXITED;
  private volatile long peakMemory;
  private volatile long memoryCheckedAt = System.nanoTime() - MEMORY_CHECKED.toNanos();
  private final AtomicLong invocations = new AtomicLong();
  private volatile long idleSince = System.nanoTime();

  FunctionProcess(
      DeployedFunction function, RuntimeSession session, Process process, ProcessLog log) {
    this.function = function;
    this.session = session;
    this.process = process;
    this.log = log;
    // A platform thread: reading a pipe holds the carrier of a virtual one, and a few idle
    // processes would stall the host.
    Thread.ofPlatform().daemon().name("output of " + session.id()).start(this::readOutput);
  }

  private void readOutput() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.line(line);
      }
    } catch (IOException e) {
      log.line("the output of the process ends: " + e.getMessage());
    }
  }

  /** Waits until it asks for its first event. */
  void awaitReady(Duration timeout) throws StartException {
    try {
      session.ready().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      idleSince = System.nanoTime();
      return;
    } catch (ExecutionException e) {
      kill(EndCause.EXITED);
      throw e.getCause() instanceof StartException failure ? failure : failedStart(e.toString());
    } catch (TimeoutException e) {
      kill(EndCause.TIMED_OUT);
    } catch (InterruptedException e) {
      kill(EndCause.RETIRED);
      Thread.currentThread().interrupt();
    }
    throw failedStart("no request for an event within " + timeout.toSeconds() + " seconds");
  }

  private static StartException failedStart(String reason) {
    return new StartException(
        InvocationErrors.json("Runtime.InitError", "The function did not start: " + reason));
  }

  /**
   * Takes an event into work. False when the process has ended meanwhile; then another one must
   * take it.
   */
  boolean accept(Invocation invocation) {
    if (isEnding()) {
      return false;
    }
    log.started(invocation, function.version());
    invocations.incrementAndGet();
    return session.offer(invocation);
  }

  /**
   * Waits until an accepted event has been worked on.
   *
   * @param limit when the process is thrown away
   */
  Outcome finish(Invocation invocation, Duration limit) {
    long start = System.nanoTime();
    Reply reply = await(invocation, limit);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    if (System.nanoTime() - memoryCheckedAt > MEMORY_CHECKED.toNanos() && checkMemory()) {
      reply =
          new Reply(
              false, InvocationErrors.ofEnd(EndCause.OUT_OF_MEMORY, 0, invocation.requestId()));
    }
    long megabytes = Math.ceilDiv(peakMemory, MEGABYTE);
    log.finished(
        Report.lines(
            function, invocation.requestId(), duration, megabytes, startReport(), statusReport()));
    idleSince = System.nanoTime();
    return reply.isSuccess()
        ? Outcome.success(reply.body(), duration, megabytes)
        : Outcome.functionError(reply.body(), duration, megabytes);
  }

  /** Completes when its extensions, too, are done with the event. */
  CompletableFuture<Void> idle() {
    return session.extensions().idle();
  }

  /** Ends it because an extension took longer than the function may. */
  void overrun() {
    log.line("an extension did not ask for its next event in time: the process is ended");
    kill(EndCause.TIMED_OUT);
  }

  private Reply await(Invocation invocation, Duration limit) {
    try {
      return invocation.reply().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill(EndCause.TIMED_OUT);
      return new Reply(false, InvocationErrors.timedOut(invocation.requestId(), limit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reply completes normally", e);
    }
    return new Reply(
        false, InvocationErrors.json("Host.Interrupted", "the function host is stopping"));
  }

  private String startReport() {
    if (invocations.get() > 1) {
      return "";
    }
    Optional<String> restore = session.restoreDuration().map(Report::milliseconds);
    String init = "Init Duration: " + Report.milliseconds(session.initDuration()) + " ms\t";
    return init + restore.map(time -> "Restore Duration: " + time + " ms\t").orElse("");
  }

  private String statusReport() {
    if (cause == EndCause.TIMED_OUT) {
      return "Status: timeout";
    }
    boolean died = cause == EndCause.OUT_OF_MEMORY || session.hasEnded();
    return died ? "Status: error\tError Type: " + cause.errorType() : "";
  }

  /**
   * Looks at its memory and, as Lambda does, kills it when it has more than the function may have:
   * then true.
   */
  boolean checkMemory() {
    if (session.hasEnded()) {
      return false;
    }
    memoryCheckedAt = System.nanoTime();
    ProcessMemory memory = ProcessMemory.of(process.pid());
    peakMemory = Math.max(peakMemory, memory.resident());
    boolean over = memory.charged() > function.memoryMegabytes() * MEGABYTE;
    if (over) {
      kill(EndCause.OUT_OF_MEMORY);
    }
    return over;
  }

  /**
   * Ends it at once, as Lambda ends a sandbox. The reason of a process that is ending already
   * stays.
   */
  synchronized void kill(EndCause reason) {
    if (cause == EndCause.EXITED && process.isAlive()) {
      cause = reason;
      process.destroyForcibly();
    }
  }

  /** Must be called when the operating system says that it has ended. */
  void ended(int exitStatus) {
    session.end(cause, exitStatus);
    log.settle();
  }

  /** Whether it has ended or soon will; a killed process lives on for a moment. */
  boolean isEnding() {
    return cause != EndCause.EXITED || session.hasEnded() || !process.isAlive();
  }

  long idleNanos() {
    return session.isBusy() ? 0 : System.nanoTime() - idleSince;
  }

  Process process() {
    return process;
  }

  FunctionStatus.ProcessStatus status(Optional<Integer> debugPort) {
    String state = !session.ready().isDone() ? "starting" : session.isBusy() ? "busy" : "idle";
    long memory = ProcessMemory.of(process.pid()).resident();
    return new FunctionStatus.ProcessStatus(
        process.pid(),
        state,
        debugPort.orElse(null),
        memory,
        invocations.get(),
        startedAt.toString());
  }
}
