package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AfterAnswerTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private final AtomicInteger done = new AtomicInteger();

  @Test
  void work_isDoneBeforeLambdaIsAskedForTheNextEvent() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      Semaphore mayFinish = new Semaphore(0);
      Function<String, String> handler =
          AfterAnswer.start(lambda.environment(), "records", AT_ONCE, workThatWaits(mayFinish))
              .following(event -> "answer to " + event);
      lambda.announce();

      assertThat(handler.apply("a")).isEqualTo("answer to a");

      await().until(() -> mayFinish.hasQueuedThreads());
      assertThat(lambda.asked()).as("still busy with the first event").isEqualTo(1);
      mayFinish.release();
      await().until(() -> lambda.asked() == 2);
      assertThat(done).hasValue(1);
      assertThat(lambda.registrations()).containsExactly("records{\"events\":[\"INVOKE\"]}");
    }
  }

  @Test
  void work_waitsForTheAnswer() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      CountDownLatch mayAnswer = new CountDownLatch(1);
      Function<String, String> handler =
          AfterAnswer.start(lambda.environment(), "records", AT_ONCE, done::incrementAndGet)
              .following(event -> event + awaited(mayAnswer));
      Thread runtime = Thread.ofVirtual().start(() -> handler.apply("a"));
      lambda.announce();
      await().until(() -> runtime.getState() == Thread.State.WAITING);

      assertThat(done).hasValue(0);
      assertThat(lambda.asked()).isEqualTo(1);

      mayAnswer.countDown();
      await().until(() -> lambda.asked() == 2);
      assertThat(done).hasValue(1);
    }
  }

  @Test
  void handlerThatThrows_isFollowedByTheWorkToo() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      Function<String, String> handler =
          AfterAnswer.start(lambda.environment(), "records", AT_ONCE, done::incrementAndGet)
              .following(
                  event -> {
                    throw new IllegalStateException(event);
                  });
      lambda.announce();

      assertThatThrownBy(() -> handler.apply("a")).hasMessage("a");

      await().until(() -> lambda.asked() == 2);
      assertThat(done).hasValue(1);
    }
  }

  @Test
  void workThatThrows_doesNotHoldTheProcess() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      Function<String, String> handler =
          AfterAnswer.start(
                  lambda.environment(),
                  "records",
                  AT_ONCE,
                  () -> {
                    done.incrementAndGet();
                    throw new IllegalStateException("told to fail");
                  })
              .following(event -> event);
      for (int i = 1; i <= 3; i++) {
        lambda.announce();
        handler.apply("a");
        int times = i;
        await().until(() -> done.get() == times);
      }
      await().until(() -> lambda.asked() == 4);
    }
  }

  @Test
  void answersInQuickSuccession_areFollowedByOneWork_alsoTheLast() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      AtomicInteger open = new AtomicInteger();
      Function<String, String> handler =
          AfterAnswer.start(
                  lambda.environment(),
                  "records",
                  Duration.ofMillis(300),
                  () -> {
                    open.set(0);
                    done.incrementAndGet();
                  })
              .following(
                  event -> {
                    open.incrementAndGet();
                    return event;
                  });

      for (int i = 0; i < 20; i++) {
        lambda.announce();
        handler.apply("a");
      }

      await().until(() -> lambda.asked() == 21 && open.get() == 0);
      assertThat(done.get()).isBetween(2, 10);
    }
  }

  @Test
  void connectionThatBreaks_isMadeAnew() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      Function<String, String> handler =
          AfterAnswer.start(lambda.environment(), "records", AT_ONCE, done::incrementAndGet)
              .following(event -> event);
      lambda.fail();
      lambda.announce();

      handler.apply("a");

      await().until(() -> lambda.asked() == 3);
      assertThat(done).hasValue(1);
    }
  }

  @Test
  void lambdaThatGoesAway_isDoneWithout() throws Exception {
    try (LambdaDouble lambda = new LambdaDouble(200)) {
      Function<String, String> handler =
          AfterAnswer.start(lambda.environment(), "records", AT_ONCE, done::incrementAndGet)
              .following(event -> event);
      lambda.fail();
      lambda.fail();
      lambda.fail();

      handler.apply("a");

      await().until(() -> done.get() == 1);
    }
  }

  @Test
  void withoutExtensions_theWorkHasAThreadOfItsOwn() throws IOException {
    try (LambdaDouble refusing = new LambdaDouble(403)) {
      Function<String, String> refused =
          AfterAnswer.start(refusing.environment(), "records", AT_ONCE, done::incrementAndGet)
              .following(event -> event);
      Function<String, String> alone =
          AfterAnswer.start(Map.of(), "records", AT_ONCE, done::incrementAndGet)
              .following(event -> event);

      refused.apply("a");
      await().until(() -> done.get() == 1);
      alone.apply("a");
      await().until(() -> done.get() == 2);

      assertThat(refusing.asked()).isZero();
    }
  }

  private Runnable workThatWaits(Semaphore mayFinish) {
    return () -> {
      mayFinish.acquireUninterruptibly();
      done.incrementAndGet();
    };
  }

  private static String awaited(CountDownLatch latch) {
    try {
      latch.await();
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
