/**
 * The collect function, {@code POST /v1/events}: takes what shoppers did, checks each event, puts
 * pseudonyms in the place of ids and hands the good ones to the topic, the bad ones to the
 * warehouse's queue.
 */
@NullMarked
package com.aisle.collect;

import org.jspecify.annotations.NullMarked;
