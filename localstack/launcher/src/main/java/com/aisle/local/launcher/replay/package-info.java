/** Sends what was refused once more. */
@NullMarked
package com.aisle.local.launcher.replay;

import org.jspecify.annotations.NullMarked;
