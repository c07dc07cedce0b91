package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.secrets.Secrets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for the key when the first order comes: a snapshot must not hold it. */
final class PseudonymKey implements Supplier<Pseudonyms> {

  private final Secrets secrets;
  private final String name;
  private @Nullable Pseudonyms pseudonyms;

  PseudonymKey(Secrets secrets, String name) {
    this.secrets = secrets;
    this.name = name;
  }

  @Override
  public synchronized Pseudonyms get() {
    if (pseudonyms == null) {
      pseudonyms = new Pseudonyms(secrets.get(name));
    }
    return pseudonyms;
  }
}
