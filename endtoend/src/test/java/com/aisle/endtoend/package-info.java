/**
 * Tests of the whole: the template, the architecture, and the deployed local cloud from outside.
 */
@NullMarked
package com.aisle.endtoend;

import org.jspecify.annotations.NullMarked;
