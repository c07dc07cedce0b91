package com.aisle.local.launcher.shop;

import java.util.random.RandomGenerator;

/** What shoppers look with, and how it names itself to the API. */
public enum Device {
  MOBILE(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"),
  DESKTOP(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"),
  TABLET(
      "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1");

  private final String userAgent;

  Device(String userAgent) {
    this.userAgent = userAgent;
  }

  /** The header user-agent. */
  public String userAgent() {
    return userAgent;
  }

  /** Half mobile, most of the rest desktop. */
  public static Device any(RandomGenerator random) {
    int of100 = random.nextInt(100);
    return of100 < 54 ? MOBILE : of100 < 93 ? DESKTOP : TABLET;
  }
}
