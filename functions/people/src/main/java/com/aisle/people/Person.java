package com.aisle.people;

import com.aisle.events.Pseudonyms;
import java.util.Locale;

/**
 * Whom a request is about.
 *
 * @param id as the shop or the browser knows them; never stored
 */
record Person(Kind kind, String id, long pseudonym) {

  /** How somebody is known. */
  enum Kind {
    USER,
    CLIENT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Person of(Kind kind, String id, Pseudonyms pseudonyms) {
    return new Person(kind, id, kind == Kind.USER ? pseudonyms.user(id) : pseudonyms.client(id));
  }

  /** Names the one erasure of this person, however often it is asked for. */
  String erasureId() {
    return kind.word() + ":" + Pseudonyms.text(pseudonym);
  }
}
