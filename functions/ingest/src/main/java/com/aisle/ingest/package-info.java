/**
 * The ingest function: brings the messages of the queue warehouse into ClickHouse. Every message
 * may come twice and in any company; no number changes by that. See docs/analytics.md.
 */
@NullMarked
package com.aisle.ingest;

import org.jspecify.annotations.NullMarked;
