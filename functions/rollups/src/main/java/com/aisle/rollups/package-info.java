/**
 * The roll-ups function: once a minute it counts anew the days that changed and have settled, and
 * puts the new figures in place of the old ones.
 */
@NullMarked
package com.aisle.rollups;

import org.jspecify.annotations.NullMarked;
