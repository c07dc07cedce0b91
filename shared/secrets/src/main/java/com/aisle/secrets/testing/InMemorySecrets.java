package com.aisle.secrets.testing;

import com.aisle.secrets.Secrets;
import com.aisle.secrets.SecretsException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that a test sets. */
public final class InMemorySecrets implements Secrets {

  private final Map<String, String> values;

  public InMemorySecrets(Map<String, String> values) {
    this.values = new ConcurrentHashMap<>(values);
  }

  public void put(String id, String value) {
    values.put(id, value);
  }

  @Override
  public String get(String id) {
    String value = values.get(id);
    if (value == null) {
      throw new SecretsException("cannot read secret " + id + ": there is none", null);
    }
    return value;
  }
}
