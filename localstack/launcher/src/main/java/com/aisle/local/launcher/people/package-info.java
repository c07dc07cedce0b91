/** Proof, from outside, that a person was forgotten. */
@NullMarked
package com.aisle.local.launcher.people;

import org.jspecify.annotations.NullMarked;
