package com.aisle.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceClassTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DESKTOP|Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "DESKTOP|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
        "MOBILE|Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
        "MOBILE|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
        "TABLET|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "TABLET|Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1",
        "BOT|Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "BOT|Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)",
        "BOT|Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
        "BOT|facebookexternalhit/1.1",
        "UNKNOWN|Java-http-client/25",
        "UNKNOWN|curl/8.5.0",
        "UNKNOWN|''",
      })
  void userAgent_isClassed(DeviceClass expected, String userAgent) {
    assertThat(DeviceClass.of(userAgent)).isEqualTo(expected);
  }
}
