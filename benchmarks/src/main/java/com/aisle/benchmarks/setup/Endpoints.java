package com.aisle.benchmarks.setup;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where the running Aisle is. {@code ./aisle} sets the environment that the defaults come from. */
public final class Endpoints {
  private static final String API = "http://127.0.0.1:8080";
  private static final String AWS = "http://127.0.0.1:4566";

  @Option(
      names = "--url",
      defaultValue = "${env:AISLE_URL:-" + API + "}",
      description = "Aisle's HTTP API (AISLE_URL; default: ${DEFAULT-VALUE}).")
  private URI api = URI.create(API);

  @Option(
      names = "--aws-url",
      defaultValue = "${env:AISLE_AWS_URL:-" + AWS + "}",
      description = "The AWS endpoint (AISLE_AWS_URL; default: ${DEFAULT-VALUE}).")
  private URI aws = URI.create(AWS);

  @Option(
      names = "--host-url",
      defaultValue = "${env:AISLE_HOST_URL:-}",
      description = "The local function host (AISLE_HOST_URL).")
  private String host = "";

  /** Aisle's HTTP API. */
  public URI api() {
    return api;
  }

  /** The AWS endpoint. */
  public URI aws() {
    return aws;
  }

  /**
   * The local function host.
   *
   * @throws BenchmarkException when nobody said where it is
   */
  public URI host() {
    if (host.isBlank()) {
      throw new BenchmarkException(
          "The function host's address is not known: call ./aisle bench, or set AISLE_HOST_URL.");
    }
    return URI.create(host);
  }
}
