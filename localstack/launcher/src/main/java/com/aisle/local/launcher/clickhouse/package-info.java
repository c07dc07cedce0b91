/**
 * A real ClickHouse server on loopback, out of a shared library: no container, no root. Runs as a
 * process of its own.
 */
@NullMarked
package com.aisle.local.launcher.clickhouse;

import org.jspecify.annotations.NullMarked;
