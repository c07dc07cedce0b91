/**
 * What a shop says about its orders: placed, paid, refunded. Reads the documents and refuses, with
 * every reason, those whose money or quantities cannot be right.
 */
@NullMarked
package com.aisle.orders;

import org.jspecify.annotations.NullMarked;
