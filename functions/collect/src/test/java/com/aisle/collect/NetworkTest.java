package com.aisle.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1234:5678::1, 2001:db8:1234:0:0:0:0:0/48",
    "::ffff:192.0.2.77, 192.0.2.0/24",
    "shop.example, ''",
    "'', ''",
  })
  void address_losesItsLastPart(String address, String network) {
    assertThat(Network.of(address)).isEqualTo(network);
  }
}
