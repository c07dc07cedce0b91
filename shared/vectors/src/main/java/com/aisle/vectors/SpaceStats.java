package com.aisle.vectors;

/** How many vectors a space holds; stores may count late. */
public record SpaceStats(long vectors) {}
