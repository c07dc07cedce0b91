package com.aisle.local.launcher;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The token that the deployed functions ask the shop's staff for. */
public final class StaffToken {
  private static final String OUTPUT = "StaffTokenSecret";

  private StaffToken() {}

  /**
   * The token of a deployed stack; empty if its template has none.
   *
   * @param endpoint the AWS endpoint
   * @param outputs of the stack
   */
  public static Optional<String> read(URI endpoint, Map<String, String> outputs) {
    return Optional.ofNullable(outputs.get(OUTPUT)).map(secret -> value(endpoint, secret));
  }

  private static String value(URI endpoint, String secret) {
    try (SecretsManagerClient secrets =
        AwsClients.client(SecretsManagerClient.builder(), endpoint)) {
      return secrets.getSecretValue(request -> request.secretId(secret)).secretString();
    }
  }
}
