/**
 * The local cloud: every part of Aisle's deployment as a real process on this machine, started,
 * watched and stopped by one launcher.
 */
@NullMarked
package com.aisle.local.launcher;

import org.jspecify.annotations.NullMarked;
