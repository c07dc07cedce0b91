package com.aisle.secrets;

/** Where keys and passwords are kept. */
public interface Secrets {

  /**
   * The current value of a secret; it may change, so ask again before each use.
   *
   * @param id its name or ARN
   * @throws SecretsException when there is none or it cannot be read
   */
  String get(String id);
}
