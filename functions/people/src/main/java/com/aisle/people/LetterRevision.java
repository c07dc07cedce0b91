package com.aisle.people;

import com.aisle.events.BehaviourMessage;
import com.aisle.events.MalformedMessageException;
import com.aisle.events.Pseudonyms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Takes some people out of messages. A message holds the rows of many: only those of these people
 * go.
 */
final class LetterRevision implements Function<String, Optional<String>> {

  private final Pattern someOfThem;

  /**
   * @param person by whose id an event of the shop's bus can name them
   * @param pseudonyms by which rows name them
   */
  LetterRevision(Person person, Collection<Long> pseudonyms) {
    String numbers = String.join("|", pseudonyms.stream().map(Pseudonyms::text).toList());
    // As JSON writes it, also inside a text that is JSON itself.
    String id = "\"%s_id\\\\*\"\\s*:\\s*\\\\*\"".formatted(person.kind().word());
    this.someOfThem =
        Pattern.compile(
            "(?<![0-9])(?:%s)(?![0-9])|%s".formatted(numbers, id)
                + Pattern.quote(person.id())
                + "\\\\*\"");
  }

  @Override
  public Optional<String> apply(String body) {
    if (!isAboutThem(body)) {
      return Optional.of(body);
    }
    try {
      BehaviourMessage message = BehaviourMessage.read(body);
      List<String> others = message.rows().stream().filter(row -> !isAboutThem(row)).toList();
      return others.isEmpty()
          ? Optional.empty()
          : Optional.of(new BehaviourMessage(message.kind(), others).body());
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }

  private boolean isAboutThem(String text) {
    return someOfThem.matcher(text).find();
  }
}
