@NullMarked
package com.aisle.local.host.gateway;

import org.jspecify.annotations.NullMarked;
