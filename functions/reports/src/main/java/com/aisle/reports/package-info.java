/**
 * The reports function: {@code GET /v1/reports}, {@code GET /v1/reports/{name}}, {@code GET
 * /v1/reports/model} and {@code POST /v1/reports/query}. Answers come from the day roll-ups of the
 * warehouse and, for days that are still open, from the rows; the last good answer is given when
 * the warehouse is away.
 */
@NullMarked
package com.aisle.reports;

import org.jspecify.annotations.NullMarked;
