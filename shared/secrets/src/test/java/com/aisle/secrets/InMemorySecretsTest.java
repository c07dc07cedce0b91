package com.aisle.secrets;

import com.aisle.secrets.testing.InMemorySecrets;
import java.util.Map;

class InMemorySecretsTest extends SecretsContract {

  private final InMemorySecrets secrets = new InMemorySecrets(Map.of());

  @Override
  Secrets secrets() {
    return secrets;
  }

  @Override
  void put(String id, String value) {
    secrets.put(id, value);
  }
}
