package com.aisle.textindex;

import java.util.List;
import java.util.Set;

/**
 * What a query's text is taken for.
 *
 * @param everything whether the text is blank, so every product fits
 * @param code the whole text as an article number that some product has; empty when none has
 * @param marked the stems that a highlighted title marks
 */
record QueryPlan(
    boolean everything,
    List<Slot> slots,
    String code,
    List<Correction> corrections,
    Set<String> marked) {}
