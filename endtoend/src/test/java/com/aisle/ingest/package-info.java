/** What tests of the whole need of the ingest function from inside. */
@NullMarked
package com.aisle.ingest;

import org.jspecify.annotations.NullMarked;
