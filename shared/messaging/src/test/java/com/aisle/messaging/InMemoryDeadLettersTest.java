package com.aisle.messaging;

import com.aisle.messaging.testing.InMemoryDeadLetters;

class InMemoryDeadLettersTest extends DeadLettersContract {

  private final InMemoryDeadLetters letters = new InMemoryDeadLetters();

  @Override
  DeadLetters deadLetters() {
    return letters;
  }

  @Override
  void put(String body) {
    letters.add(body);
  }
}
