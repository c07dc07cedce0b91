/**
 * The product document: its JSON Schema, how it is read and written, and how foreign fields are
 * mapped onto it.
 */
@NullMarked
package com.aisle.productformat;

import org.jspecify.annotations.NullMarked;
