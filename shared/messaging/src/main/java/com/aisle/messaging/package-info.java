/** Messages out (queue and bus behind one shape) and in (partial batch answers). */
@NullMarked
package com.aisle.messaging;

import org.jspecify.annotations.NullMarked;
