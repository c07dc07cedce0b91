/**
 * The imports function: reads files of products that are put into the bucket, line by line, and
 * passes each product on as a change. See docs/imports.md.
 */
@NullMarked
package com.aisle.imports;

import org.jspecify.annotations.NullMarked;
