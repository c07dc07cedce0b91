package com.aisle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.messaging.RejectedMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ImportRequestsTest {

  @Test
  void notificationOfS3_givesTheDecodedKey() throws Exception {
    byte[] event = Files.readAllBytes(Path.of("../../events/imports.json"));
    String body = new JsonMapper().readTree(event).at("/Records/0/body").asString();
    assertThat(ImportRequests.parse(body))
        .containsExactly(new ImportRequest("imports/spring catalog.jsonl", null));
  }

  @Test
  void key_isDecodedAsS3EncodesIt() {
    String body =
        """
        {"Records":[{"eventName":"ObjectCreated:CompleteMultipartUpload",
          "s3":{"object":{"key":"imports/Gr%C3%B6%C3%9Fe+1%2B2.jsonl"}}},
         {"eventName":"ObjectRemoved:Delete","s3":{"object":{"key":"imports/b.jsonl"}}}]}""";
    assertThat(ImportRequests.parse(body))
        .containsExactly(new ImportRequest("imports/Größe 1+2.jsonl", null));
  }

  @Test
  void continuation_survivesTheQueue() {
    ImportRequest request = new ImportRequest("imports/a b.jsonl", "tag@2026-11-24T12:00:00Z");
    assertThat(ImportRequests.parse(ImportRequests.continuation(request))).containsExactly(request);
  }

  @Test
  void testEventOfS3_asksForNothing() {
    String body = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}";
    assertThat(ImportRequests.parse(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{}",
        "[]",
        "{\"continue\":{}}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}"
      })
  void otherMessages_areRefused(String body) {
    assertThatThrownBy(() -> ImportRequests.parse(body))
        .isInstanceOf(RejectedMessageException.class);
  }
}
