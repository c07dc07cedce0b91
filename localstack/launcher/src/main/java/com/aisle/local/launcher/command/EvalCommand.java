package com.aisle.local.launcher.command;

import picocli.CommandLine.Command;

/** {@code ./aisle eval}. */
@Command(name = "eval", description = "Measures relevance: icecat. More: ./aisle eval NAME --help")
final class EvalCommand extends MeasuringCommand {}
