/** An HTTP server on the loopback interface. */
@NullMarked
package com.aisle.local.host.http;

import org.jspecify.annotations.NullMarked;
