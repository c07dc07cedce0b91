package com.aisle.collect;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses without the part that names one household. */
final class Network {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;

  private Network() {}

  /**
   * The network of an address: the first 24 bits of an IPv4 address ({@code 192.0.2.0/24}), the
   * first 48 of an IPv6 address; empty when it is no address.
   */
  static String of(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      int kept = parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
      byte[] bytes = parsed.getAddress();
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
    } catch (IllegalArgumentException | UnknownHostException e) {
      return "";
    }
  }
}
