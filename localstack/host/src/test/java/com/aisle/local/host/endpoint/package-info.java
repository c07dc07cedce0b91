@NullMarked
package com.aisle.local.host.endpoint;

import org.jspecify.annotations.NullMarked;
