package com.aisle.ingest;

import com.aisle.events.Pseudonyms;
import com.aisle.orders.Customer;
import java.util.function.Supplier;

/** Who ordered, as pseudonyms; 0 where it is not known. */
record Buyer(long user, long client) {

  /** Asks for the key only where an id needs it. */
  static Buyer of(Customer customer, Supplier<Pseudonyms> pseudonyms) {
    return new Buyer(
        customer.userId().isEmpty() ? customer.user() : pseudonyms.get().user(customer.userId()),
        customer.clientId().isEmpty()
            ? customer.client()
            : pseudonyms.get().client(customer.clientId()));
  }

  long person() {
    return Pseudonyms.person(user, client);
  }
}
