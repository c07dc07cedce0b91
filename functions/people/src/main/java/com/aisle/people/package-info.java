/**
 * The people function: {@code DELETE /v1/people/{id}} erases what is known of a person, {@code GET
 * /v1/people/{id}/export} shows it to them. Both are for staff.
 */
@NullMarked
package com.aisle.people;

import org.jspecify.annotations.NullMarked;
