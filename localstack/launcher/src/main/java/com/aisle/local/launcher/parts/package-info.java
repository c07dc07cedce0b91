/** The parts of the local cloud: how each is started and how it shows that it is healthy. */
@NullMarked
package com.aisle.local.launcher.parts;

import org.jspecify.annotations.NullMarked;
