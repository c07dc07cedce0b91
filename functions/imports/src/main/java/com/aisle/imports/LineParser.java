package com.aisle.imports;

import com.aisle.catalog.Product;
import com.aisle.events.Violation;
import com.aisle.orders.InvalidOrderException;
import com.aisle.orders.OrderReader;
import com.aisle.productformat.FieldMapping;
import com.aisle.productformat.InvalidMappingException;
import com.aisle.productformat.InvalidProductException;
import com.aisle.productformat.ProductJson;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StoredObject;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Turns the lines of one file into what they hold.
 *
 * @param <T> that
 */
final class LineParser<T> {

  /** What a line holds. */
  sealed interface Result<T> {}

  record Accepted<T>(T document) implements Result<T> {}

  record Rejected<T>(List<String> reasons, String text) implements Result<T> {}

  record Blank<T>() implements Result<T> {}

  private static final String MAPPINGS = "import-mappings/";

  private final Function<String, T> reader;

  private LineParser(Function<String, T> reader) {
    this.reader = reader;
  }

  /**
   * The parser for a file, with the file's mapping.
   *
   * @throws UnreadableFileException when its mapping is missing or wrong
   */
  static LineParser<Product> of(
      ObjectStore store, ImportFile file, ProductJson json, Instant importTime) {
    String key = file.mappingKey();
    if (key == null) {
      return new LineParser<>(json::read);
    }
    if (!key.startsWith(MAPPINGS)) {
      throw new UnreadableFileException(
          "a mapping must be in %s: %s".formatted(MAPPINGS, key), null);
    }
    StoredObject stored =
        store
            .get(key)
            .orElseThrow(() -> new UnreadableFileException("there is no mapping " + key, null));
    try {
      FieldMapping mapping = FieldMapping.parse(new String(stored.bytes(), StandardCharsets.UTF_8));
      return new LineParser<>(line -> json.read(line, mapping, importTime));
    } catch (InvalidMappingException e) {
      throw new UnreadableFileException("mapping %s: %s".formatted(key, e.getMessage()), e);
    }
  }

  /** The parser for files of order events; the documents stay as they are. */
  static LineParser<String> ofOrders(OrderReader reader) {
    return new LineParser<>(
        line -> {
          reader.read(line);
          requireFitsIntoAMessage(line);
          return line;
        });
  }

  private static void requireFitsIntoAMessage(String line) {
    if (line.getBytes(StandardCharsets.UTF_8).length > OrderChunks.MAX_DOCUMENT_BYTES) {
      String reason = "is longer than %d bytes".formatted(OrderChunks.MAX_DOCUMENT_BYTES);
      throw new InvalidOrderException(List.of(new Violation("", reason)));
    }
  }

  Result<T> parse(Line line) {
    if (line.tooLong()) {
      String reason = "the line is longer than %d bytes".formatted(LineReader.MAX_LINE_BYTES);
      return new Rejected<>(List.of(reason), line.legibleText());
    }
    try {
      String text = line.text();
      return text.isBlank() ? new Blank<>() : new Accepted<>(reader.apply(text));
    } catch (CharacterCodingException e) {
      return new Rejected<>(List.of("the line is not UTF-8"), line.legibleText());
    } catch (InvalidProductException e) {
      return new Rejected<>(
          e.violations().stream().map(String::valueOf).toList(), line.legibleText());
    } catch (InvalidOrderException e) {
      return new Rejected<>(
          e.violations().stream().map(String::valueOf).toList(), line.legibleText());
    }
  }
}
