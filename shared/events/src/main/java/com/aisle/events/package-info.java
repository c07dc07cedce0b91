/**
 * What is said about shoppers and orders on its way to the warehouse: the messages, the JSON
 * Schemas of what comes from outside, and the pseudonyms that stand for people.
 */
@NullMarked
package com.aisle.events;

import org.jspecify.annotations.NullMarked;
