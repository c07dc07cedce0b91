/** The commands of {@code ./aisle}, one class each. */
@NullMarked
package com.aisle.local.launcher.command;

import org.jspecify.annotations.NullMarked;
