package com.aisle.local.launcher.command;

import picocli.CommandLine.Command;

/** {@code ./aisle bench}. */
@Command(
    name = "bench",
    description = "Measures speed: search, freshness, analytics. More: ./aisle bench NAME --help")
final class BenchCommand extends MeasuringCommand {}
