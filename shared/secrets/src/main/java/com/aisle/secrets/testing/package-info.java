/** A fake for other modules' tests. */
@NullMarked
package com.aisle.secrets.testing;

import org.jspecify.annotations.NullMarked;
