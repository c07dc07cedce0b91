/** The warehouse: what happened, as rows that are inserted once and counted by SQL. */
@NullMarked
package com.aisle.warehouse;

import org.jspecify.annotations.NullMarked;
