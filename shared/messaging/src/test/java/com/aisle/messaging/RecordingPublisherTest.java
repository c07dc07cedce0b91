package com.aisle.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.messaging.testing.RecordingPublisher;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingPublisherTest extends PublisherContract {

  private final RecordingPublisher publisher = new RecordingPublisher();

  @Override
  Publisher publisher() {
    return publisher;
  }

  @Override
  List<String> delivered(int count) {
    return publisher.bodies();
  }

  @Test
  void failAfter_stopsTheseCallsOnly() {
    publisher.failAfter(1, 1);
    publisher.publish(List.of(Message.of("1")));
    assertThatThrownBy(() -> publisher.publish(List.of(Message.of("2"))))
        .isInstanceOf(PublishException.class);
    publisher.publish(List.of(Message.of("3")));
    assertThat(publisher.bodies()).containsExactly("1", "3");
  }
}
