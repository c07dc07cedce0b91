package com.aisle.search;

import com.aisle.search.MeaningFinder.Finding;
import com.aisle.textindex.CatalogSearcher;
import com.aisle.textindex.IndexMirror;
import com.aisle.textindex.IndexVersion;
import com.aisle.textindex.SearchResult;
import com.aisle.textindex.Sort;
import com.aisle.textindex.TextQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Searches by words and meaning. */
final class SearchService {

  private final IndexMirror index;
  private final MeaningFinder meanings;
  private final Supplier<String> queryIds;
  private final Clock clock;
  private final LongSupplier nanoTime;

  SearchService(
      IndexMirror index,
      MeaningFinder meanings,
      Supplier<String> queryIds,
      Clock clock,
      LongSupplier nanoTime) {
    this.index = index;
    this.meanings = meanings;
    this.queryIds = queryIds;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Searches.
   *
   * @throws com.aisle.textindex.NoIndexException when no index has been published yet
   */
  SearchAnswer search(SearchRequest request) {
    long start = nanoTime.getAsLong();
    Finding finding =
        isByMeaning(request.query())
            ? meanings.find(request.query().text(), request.query().filter())
            : Finding.NOTHING;
    return index.read(searcher -> answer(searcher, request, finding, start));
  }

  /** Somebody who browses, or wants the cheapest first, has said exactly what shall come first. */
  private static boolean isByMeaning(TextQuery query) {
    return query.sort() == Sort.RELEVANCE && !query.text().isBlank();
  }

  private SearchAnswer answer(
      CatalogSearcher searcher, SearchRequest request, Finding finding, long start) {
    SearchResult result = searcher.search(request.query(), finding.meaning());
    IndexVersion version = searcher.version();
    return new SearchAnswer(
        queryIds.get(),
        Duration.ofNanos(nanoTime.getAsLong() - start),
        request,
        result,
        version,
        Duration.between(version.publishedAt(), clock.instant()),
        finding.away());
  }
}
