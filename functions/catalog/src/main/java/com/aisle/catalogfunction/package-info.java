/**
 * The catalog function: the only writer of the text index. Takes product states from the queue
 * catalog-writes, and once an hour tidies the index up.
 */
@NullMarked
package com.aisle.catalogfunction;

import org.jspecify.annotations.NullMarked;
