/** A vector store in memory, for the tests of whoever uses the port. */
@NullMarked
package com.aisle.vectors.testing;

import org.jspecify.annotations.NullMarked;
