package com.aisle.people;

import java.util.Map;

/**
 * What the function needs besides the warehouse.
 *
 * <ul>
 *   <li>{@code AISLE_STAFF_TOKEN_SECRET}: name or ARN of the secret that lets staff in; required
 *   <li>{@code AISLE_PSEUDONYM_KEY_SECRET}: name or ARN of the secret with the key of the
 *       pseudonyms; required
 *   <li>{@code AISLE_WAREHOUSE_DEAD_LETTERS_URL}: the dead letters of the warehouse's queue;
 *       required
 * </ul>
 */
record PeopleConfig(String staffTokenSecret, String pseudonymKeySecret, String deadLettersUrl) {

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException when a key is missing
   */
  static PeopleConfig from(Map<String, String> env) {
    return new PeopleConfig(
        required(env, "AISLE_STAFF_TOKEN_SECRET"),
        required(env, "AISLE_PSEUDONYM_KEY_SECRET"),
        required(env, "AISLE_WAREHOUSE_DEAD_LETTERS_URL"));
  }

  private static String required(Map<String, String> env, String key) {
    String value = env.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + key + " is not set");
    }
    return value;
  }
}
