/**
 * The deployed HTTP API on a local port: routes, CORS, JWT authorizers, events of payload format
 * 2.0.
 */
@NullMarked
package com.aisle.local.host.gateway;

import org.jspecify.annotations.NullMarked;
