@NullMarked
package com.aisle.local.host;

import org.jspecify.annotations.NullMarked;
