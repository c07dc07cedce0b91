/** Objects by key, with conditional writes: S3, and an in-memory fake of the same contract. */
@NullMarked
package com.aisle.storage;

import org.jspecify.annotations.NullMarked;
