/** Builds the modules whose sources are newer than what was built of them. */
@NullMarked
package com.aisle.local.launcher.build;

import org.jspecify.annotations.NullMarked;
