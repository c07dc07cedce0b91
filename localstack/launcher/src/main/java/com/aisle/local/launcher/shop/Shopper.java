package com.aisle.local.launcher.shop;

import java.util.Optional;

/**
 * Who ordered or looked.
 *
 * @param client id of the browser
 * @param user id of the customer
 */
public record Shopper(String client, Optional<String> user) {}
