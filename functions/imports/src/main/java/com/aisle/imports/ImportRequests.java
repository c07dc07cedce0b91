package com.aisle.imports;

import com.aisle.messaging.RejectedMessageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the messages of the imports queue: <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3's
 * notifications</a> and the function's own {@code {"continue":{"key":…,"importId":…}}}.
 */
final class ImportRequests {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ImportRequests() {}

  /**
   * What a message asks for; nothing when it tells of something else than new objects.
   *
   * @throws RejectedMessageException when it is neither kind of message
   */
  static List<ImportRequest> parse(String body) {
    JsonNode message = json(body);
    if (message.path("Records").isArray()) {
      return message
          .path("Records")
          .valueStream()
          .filter(event -> text(event, "/eventName").startsWith("ObjectCreated:"))
          .map(event -> new ImportRequest(decode(text(event, "/s3/object/key")), null))
          .toList();
    }
    if (message.path("continue").isObject()) {
      return List.of(
          new ImportRequest(text(message, "/continue/key"), text(message, "/continue/importId")));
    }
    // S3 sends this once, when the notification is set up.
    if ("s3:TestEvent".equals(message.path("Event").asString(""))) {
      return List.of();
    }
    throw new RejectedMessageException("neither a notification of S3 nor a continuation");
  }

  /** The message that lets a later invocation go on. */
  static String continuation(ImportRequest request) {
    return MAPPER.writeValueAsString(
        MAPPER
            .createObjectNode()
            .set(
                "continue",
                MAPPER
                    .createObjectNode()
                    .put("key", request.key())
                    .put("importId", request.importId())));
  }

  private static JsonNode json(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new RejectedMessageException("the message is not JSON", e);
    }
  }

  private static String text(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    if (!value.isString()) {
      throw new RejectedMessageException("the message has no " + pointer);
    }
    return value.stringValue();
  }

  /** S3 encodes keys like the fields of a form, a space as a plus sign. */
  private static String decode(String key) {
    return URLDecoder.decode(key, StandardCharsets.UTF_8);
  }
}
