package com.aisle.collect;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of free text and free fields what names a person: mail addresses, and the ids of the
 * event itself wherever they turn up again.
 */
final class Scrubbing {

  private static final String GONE = "*";

  // Words, of which each is looked at once: a pattern for the address itself would look at every
  // end of every word again, and anybody may send a word of a million characters.
  private static final Pattern WORD = Pattern.compile("[^\\s/\"'<>=&?,;]++");

  /** Names of fields, without case and punctuation, whose values name people. */
  private static final Set<String> PERSONAL =
      Set.of("clientid", "userid", "sessionid", "customerid", "email", "mail", "phone", "address");

  private final List<String> ids;

  /**
   * @param ids of the event; those of one or two characters are not looked for in text
   */
  Scrubbing(Collection<String> ids) {
    this.ids = ids.stream().filter(id -> id.length() > 2).toList();
  }

  String text(String text) {
    String scrubbed =
        WORD.matcher(text)
            .replaceAll(
                word ->
                    isMailAddress(word.group()) ? GONE : Matcher.quoteReplacement(word.group()));
    for (String id : ids) {
      scrubbed = scrubbed.replace(id, GONE);
    }
    return scrubbed;
  }

  private static boolean isMailAddress(String word) {
    return word.indexOf('@') > 0 || word.indexOf("%40") > 0;
  }

  /** The same value without what names a person, at any depth. */
  JsonNode value(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> {
        ArrayNode scrubbed = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> scrubbed.add(value(element)));
        yield scrubbed;
      }
      case JsonNode text when text.isString() ->
          JsonNodeFactory.instance.stringNode(text(text.stringValue()));
      default -> value;
    };
  }

  private ObjectNode object(ObjectNode object) {
    ObjectNode scrubbed = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!isPersonal(member.getKey())) {
        scrubbed.set(text(member.getKey()), value(member.getValue()));
      }
    }
    return scrubbed;
  }

  private static boolean isPersonal(String name) {
    return PERSONAL.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
  }
}
