package com.aisle.local.host.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RefreshedTest {
  private final AtomicReference<String> deployed = new AtomicReference<>("one");
  private final AtomicInteger questions = new AtomicInteger();
  private final Refreshed<String> refreshed =
      new Refreshed<>(
          known -> {
            questions.incrementAndGet();
            String now = deployed.get();
            if (now.isEmpty()) {
              throw new IOException("gone");
            }
            return now;
          });

  @Test
  void fresh_isNotAskedForAgain() throws IOException {
    assertThat(refreshed.current()).isEqualTo("one");
    assertThat(refreshed.current()).isEqualTo("one");
    assertThat(questions).hasValue(1);
  }

  @Test
  void inSteadyUse_isReplacedInTheBackground() throws IOException {
    refreshed.current();
    deployed.set("two");

    await().atMost(Duration.ofSeconds(6)).until(() -> refreshed.current().equals("two"));
    assertThat(questions).hasValue(2);
  }

  @Test
  void expired_isAskedForAtOnce() throws IOException {
    refreshed.current();
    deployed.set("two");

    refreshed.expire();

    assertThat(refreshed.current()).isEqualTo("two");
  }

  @Test
  void gone_isForgotten() throws IOException {
    refreshed.current();
    deployed.set("");
    refreshed.expire();

    assertThatThrownBy(refreshed::current).hasMessage("gone");
    assertThat(refreshed.peek()).isNull();
    deployed.set("again");
    assertThat(refreshed.current()).isEqualTo("again");
  }
}
