package com.aisle.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.events.Pseudonyms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterRevisionTest {

  private static final Pseudonyms PSEUDONYMS = new Pseudonyms("0123456789abcdef");
  private static final Person ANNA = Person.of(Person.Kind.USER, "17850", PSEUDONYMS);
  private static final String NUMBER = Pseudonyms.text(ANNA.pseudonym());
  private final LetterRevision revision = new LetterRevision(ANNA, List.of(ANNA.pseudonym(), 77L));

  @Test
  void rowsOfThePerson_go_theOthersStay() {
    String body =
        "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"event_id\":\"1\",\"person\":\"%s\"},"
            + "{\"event_id\":\"2\",\"person\":\"9\"},{\"event_id\":\"3\",\"client\":\"77\"}]}";
    assertThat(revision.apply(body.formatted(NUMBER)))
        .hasValue(
            "{\"schema\":1,\"kind\":\"events\",\"events\":[{\"event_id\":\"2\",\"person\":\"9\"}]}");
  }

  @Test
  void ordersOfOthers_staySentTogetherWithThePersons() {
    String other =
        "{\"type\":\"OrderPlaced\",\"order_id\":\"o2\",\"user_id\":\"4\",\"lines\":[{\"quantity\":1}]}";
    String body = "{\"schema\":1,\"kind\":\"orders\",\"orders\":[%s]}";
    String persons = "{\"type\":\"OrderPlaced\",\"order_id\":\"o1\",\"user_id\":\"17850\"}";
    String refused =
        "{\"type\":\"OrderPlaced\",\"order_id\":\"o3\",\"user\":\"%s\"}".formatted(NUMBER);

    assertThat(revision.apply(body.formatted(String.join(",", persons, other, refused))))
        .hasValue(body.formatted(other));
  }

  @Test
  void messageOfThePersonAlone_goes() {
    assertThat(
            revision.apply(
                "{\"schema\":1,\"kind\":\"rejected\",\"rejected\":[{\"payload\":"
                    + "\"{\\\"client_id\\\":\\\"pseudonym:77\\\"}\"}]}"))
        .isEmpty();
    assertThat(
            revision.apply("{\"detail-type\":\"OrderPlaced\",\"detail\":{\"user_id\": \"17850\"}}"))
        .isEmpty();
  }

  @Test
  void othersMessages_stayAsTheyAre() {
    for (String body :
        List.of(
            "{\"detail\":{\"user_id\":\"178501\"}}",
            "{\"detail\":{\"product\":\"17850\"}}",
            "{\"person\":\"1" + NUMBER + "\"}",
            "nonsense")) {
      assertThat(revision.apply(body)).isEqualTo(Optional.of(body));
    }
  }
}
