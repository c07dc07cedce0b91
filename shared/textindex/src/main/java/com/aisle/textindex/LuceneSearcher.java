package com.aisle.textindex;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Product;
import com.aisle.productformat.StoredProduct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Searches one open reader. */
final class LuceneSearcher implements CatalogSearcher {

  private final IndexSearcher searcher;
  private final FacetOrdinals ordinals;
  private final Vocabulary vocabulary;
  private final Synonyms synonyms;
  private final IndexVersion version;

  LuceneSearcher(IndexReader reader, Synonyms synonyms, IndexVersion version) {
    this.searcher = new IndexSearcher(reader);
    this.ordinals = new FacetOrdinals(reader);
    this.vocabulary = new Vocabulary(searcher);
    this.synonyms = synonyms;
    this.version = version;
  }

  @Override
  public SearchResult search(TextQuery query) {
    return search(query, Meaning.none());
  }

  @Override
  public SearchResult search(TextQuery query, Meaning meaning) {
    try {
      QueryPlan plan = QueryPlanner.plan(vocabulary, synonyms, query.text());
      FacetFilter filter = FacetFilter.of(query.filter(), query.facets());
      Matching matching = Matching.find(searcher, plan, filter.all(), query, meaning);
      FacetCounts counts = count(query, filter, matching);
      return new SearchResult(
          counts.total(),
          hits(query, plan, matching.top()),
          counts.facets(),
          plan.corrections(),
          matching.dropped());
    } catch (IOException e) {
      throw new IndexException("the index cannot be read", e);
    }
  }

  @Override
  public Optional<Product> product(String id) {
    try {
      Query query = new TermQuery(new Term(IndexFields.ID, id));
      Query live = FilterQueries.all(List.of(query, FilterQueries.LIVE));
      ScoreDoc[] found = searcher.search(live, 1).scoreDocs;
      return found.length == 0
          ? Optional.empty()
          : Optional.of(product(searcher.storedFields(), found[0].doc));
    } catch (IOException e) {
      throw new IndexException("the index cannot be read", e);
    }
  }

  @Override
  public IndexVersion version() {
    return version;
  }

  /** Reads what a first query would have to read, in the place of the searcher before this one. */
  void warm(Optional<LuceneSearcher> before) {
    before.ifPresent(searcherBefore -> searcherBefore.ordinals.used().forEach(ordinals::map));
    search(TextQuery.of(""));
  }

  private FacetCounts count(TextQuery query, FacetFilter filter, Matching matching)
      throws IOException {
    if (query.facets().isEmpty()) {
      Query counted = FilterQueries.narrow(matching.query(), filter.all());
      return new FacetCounts(searcher.count(counted), Map.of());
    }
    Query base = FilterQueries.narrow(matching.query(), filter.base());
    return FacetCounter.count(searcher, ordinals, base, filter.conditions(), query.facets());
  }

  private List<Hit> hits(TextQuery query, QueryPlan plan, List<ScoreDoc> top) throws IOException {
    List<Hit> hits = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    int end = Math.min(top.size(), query.offset() + query.size());
    for (ScoreDoc found : top.subList(Math.min(query.offset(), end), end)) {
      Product product = product(stored, found.doc);
      float score = Float.isNaN(found.score) ? 0 : found.score;
      hits.add(new Hit(product, score, query.highlight() ? marked(product, plan) : Map.of()));
    }
    return hits;
  }

  private static Map<CatalogLocale, String> marked(Product product, QueryPlan plan)
      throws IOException {
    Map<CatalogLocale, String> marked = new EnumMap<>(CatalogLocale.class);
    for (Map.Entry<CatalogLocale, String> title : product.title().entrySet()) {
      marked.put(title.getKey(), Highlighter.mark(title.getValue(), plan.marked()));
    }
    return marked;
  }

  private static Product product(StoredFields stored, int doc) throws IOException {
    return StoredProduct.read(
        stored.document(doc, Set.of(IndexFields.PRODUCT)).get(IndexFields.PRODUCT));
  }
}
