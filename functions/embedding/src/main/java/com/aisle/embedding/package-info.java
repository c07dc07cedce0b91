/**
 * The embedding function: gives each product a vector in the space of each of its languages and
 * passes it on to the catalogue.
 */
@NullMarked
package com.aisle.embedding;

import org.jspecify.annotations.NullMarked;
