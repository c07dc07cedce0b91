/** The demo shop's past: its orders, and visits that were made up around them. */
@NullMarked
package com.aisle.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
