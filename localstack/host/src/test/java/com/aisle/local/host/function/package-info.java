@NullMarked
package com.aisle.local.host.function;

import org.jspecify.annotations.NullMarked;
