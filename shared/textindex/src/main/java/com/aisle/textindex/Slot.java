package com.aisle.textindex;

import java.util.List;

/** A place in the query: one of the alternatives must be found there. */
record Slot(List<Alternative> alternatives) {

  /** What may stand in a slot. */
  sealed interface Alternative {

    /** Between 0 and 1; 1 is what was typed. */
    float weight();
  }

  /** All of these words. */
  record Words(List<String> words, float weight) implements Alternative {}

  /** These words one after the other in one field. */
  record Phrase(List<String> words, float weight) implements Alternative {}

  /** A part of an article number. */
  record Code(String code, float weight) implements Alternative {}

  Slot {
    alternatives = List.copyOf(alternatives);
  }

  /** The first word that was typed. */
  String typed() {
    return alternatives.getFirst() instanceof Words words ? words.words().getFirst() : "";
  }
}
