package com.aisle.web;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** How this package writes JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** What the writer writes, without a tree or beans in between. */
  static String write(Consumer<JsonGenerator> writer) {
    StringWriter text = new StringWriter(4096);
    try (JsonGenerator generator = MAPPER.createGenerator(text)) {
      writer.accept(generator);
    }
    return text.toString();
  }
}
