package com.aisle.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What every keeper of secrets does. */
abstract class SecretsContract {

  abstract Secrets secrets();

  /** Keeps a value under a name. */
  abstract void put(String id, String value);

  @Test
  void get_returnsTheValue() {
    put("aisle/vectors", "pc-key-1");
    assertThat(secrets().get("aisle/vectors")).isEqualTo("pc-key-1");
  }

  @Test
  void unknownSecret_isNamed() {
    assertThatExceptionOfType(SecretsException.class)
        .isThrownBy(() -> secrets().get("aisle/nothing"))
        .withMessageContaining("cannot read secret aisle/nothing");
  }
}
