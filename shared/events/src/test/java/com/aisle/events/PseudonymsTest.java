package com.aisle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  /** printf 'user:anna' | openssl dgst -sha256 -hmac KEY, its first 16 digits. */
  @Test
  void pseudonym_isTheBeginningOfTheHmac() {
    assertThat(HexFormat.of().toHexDigits(pseudonyms.user("anna"))).isEqualTo("13d5436ef02a104f");
  }

  @Test
  void sameId_asAnotherKind_isAnotherNumber() {
    assertThat(pseudonyms.user("1")).isNotEqualTo(pseudonyms.client("1"));
    assertThat(pseudonyms.client("1")).isNotEqualTo(pseudonyms.session("1"));
    assertThat(pseudonyms.user("1")).isEqualTo(new Pseudonyms(KEY).user("1"));
  }

  @Test
  void otherKey_makesOtherNumbers() {
    assertThat(new Pseudonyms(KEY + "x").user("1")).isNotEqualTo(pseudonyms.user("1"));
  }

  @Test
  void emptyId_isNobody_andNobodyElseIs() {
    assertThat(pseudonyms.user("")).isZero();
    assertThat(pseudonyms.user(" ")).isNotZero();
  }

  @Test
  void text_isUnsigned() {
    assertThat(Pseudonyms.text(-1)).isEqualTo("18446744073709551615");
  }

  @Test
  void reference_givenAsAnId_meansThePseudonymItself() {
    long anna = pseudonyms.user("anna");
    assertThat(pseudonyms.user(Pseudonyms.reference(anna))).isEqualTo(anna);
    assertThat(pseudonyms.client(Pseudonyms.reference(-1))).isEqualTo(-1);
    assertThat(pseudonyms.user("pseudonym:anna")).isNotZero();
    assertThat(pseudonyms.user("pseudonym:99999999999999999999")).isNotZero();
  }

  @Test
  void shortKey_isRefused() {
    assertThatThrownBy(() -> new Pseudonyms("short")).hasMessageContaining("5 characters");
  }
}
