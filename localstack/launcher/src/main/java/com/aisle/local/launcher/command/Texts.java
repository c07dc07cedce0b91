package com.aisle.local.launcher.command;

import com.aisle.local.launcher.Addresses;
import com.aisle.local.launcher.CloudState;

/** Sentences that several commands print. */
final class Texts {
  private Texts() {}

  static String addresses(CloudState state) {
    Addresses addresses = state.addresses();
    return """

        API           %s/v1/search?q=mug
        AWS endpoint  %s   (any credentials, us-east-1)
        more          ./aisle status, ./aisle logs search -f, ./aisle --help
        stop          ./aisle down"""
        .formatted(addresses.gateway(), addresses.aws());
  }
}
