/** A fake for other modules' tests. */
@NullMarked
package com.aisle.warehouse.testing;

import org.jspecify.annotations.NullMarked;
