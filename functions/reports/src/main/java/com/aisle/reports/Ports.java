package com.aisle.reports;

import com.aisle.storage.ObjectStore;
import com.aisle.warehouse.Warehouse;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the reports function needs from outside.
 *
 * @param disconnect closes the connections to the warehouse; its next use opens them again
 * @param objects where last good answers are kept
 * @param staffToken the current token of the shop's staff
 * @param nanoTime for durations
 */
record Ports(
    Warehouse warehouse,
    Runnable disconnect,
    ObjectStore objects,
    Supplier<String> staffToken,
    Clock clock,
    LongSupplier nanoTime) {}
