package com.aisle.people;

import com.aisle.events.Pseudonyms;
import com.aisle.warehouse.Limits;
import com.aisle.warehouse.Statement;
import com.aisle.warehouse.Warehouse;
import java.util.SortedSet;
import java.util.TreeSet;

/** Browsers and apps that only one user has used; one that was shared says nothing of anybody. */
final class Clients {

  private Clients() {}

  static SortedSet<Long> onlyOf(Person user, Warehouse warehouse, Limits limits) {
    SortedSet<Long> clients = new TreeSet<>();
    warehouse
        .query(onlyOf(Pseudonyms.text(user.pseudonym())), limits)
        .values("client", Number.class)
        .forEach(client -> clients.add(client.longValue()));
    return clients;
  }

  private static Statement onlyOf(String user) {
    return Statement.of(
            """
      SELECT client FROM
      (
          SELECT client, user FROM events
          WHERE client IN (SELECT client FROM events WHERE user = {user:UInt64} AND client != 0)
             OR client IN (SELECT client FROM orders WHERE user = {user:UInt64} AND client != 0)
          UNION ALL
          SELECT client, user FROM orders
          WHERE client IN (SELECT client FROM events WHERE user = {user:UInt64} AND client != 0)
             OR client IN (SELECT client FROM orders WHERE user = {user:UInt64} AND client != 0)
      )
      GROUP BY client
      HAVING countIf(user NOT IN (0, {user:UInt64})) = 0
      """)
        .with("user", user);
  }
}
