package com.aisle.collect;

import com.aisle.events.DeviceClass;
import com.aisle.web.Request;

/**
 * What is known of whoever sends events, apart from what the events say.
 *
 * @param country ISO 3166-1 alpha-2 or empty
 * @param network truncated address or empty
 * @param host of the page that sends, or empty
 */
record Caller(DeviceClass device, String country, String network, String host) {

  static Caller of(Request request) {
    return new Caller(
        DeviceClass.of(request.header("user-agent").orElse("")),
        request.country(),
        Network.of(address(request)),
        WebAddress.host(request.header("origin").or(() -> request.header("referer")).orElse("")));
  }

  /** Behind CloudFront the request comes from CloudFront; it says from whom it has it. */
  private static String address(Request request) {
    String viewer = request.header("cloudfront-viewer-address").orElse("");
    int port = viewer.lastIndexOf(':');
    return port < 0 ? request.sourceAddress() : viewer.substring(0, port);
  }
}
