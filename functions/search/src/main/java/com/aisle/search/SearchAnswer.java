package com.aisle.search;

import com.aisle.textindex.IndexVersion;
import com.aisle.textindex.SearchResult;
import java.time.Duration;

/**
 * What is answered to a search.
 *
 * @param queryId names this search in the events that follow from it
 * @param age of the index version that answered
 * @param vectorsAway whether only words answered, though meaning was wanted too
 */
record SearchAnswer(
    String queryId,
    Duration took,
    SearchRequest request,
    SearchResult result,
    IndexVersion index,
    Duration age,
    boolean vectorsAway) {}
