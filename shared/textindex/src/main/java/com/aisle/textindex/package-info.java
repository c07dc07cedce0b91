/**
 * The catalogue's text index: one writer publishes Lucene segments to an object store, every
 * searcher mirrors them.
 */
@NullMarked
package com.aisle.textindex;

import org.jspecify.annotations.NullMarked;
