package com.aisle.orders;

/**
 * Who ordered. The shop says its own ids; a document that Aisle kept says pseudonyms instead, which
 * are numbers of 64 bits without sign.
 *
 * @param userId empty when it is not known
 * @param clientId of the browser; empty when it is not known
 * @param user pseudonym; 0 when it is not known
 * @param client pseudonym; 0 when it is not known
 */
public record Customer(String userId, String clientId, long user, long client) {}
