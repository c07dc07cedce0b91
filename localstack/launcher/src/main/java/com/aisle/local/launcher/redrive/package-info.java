/** Brings dead letters back to the queue that they were meant for. */
@NullMarked
package com.aisle.local.launcher.redrive;

import org.jspecify.annotations.NullMarked;
