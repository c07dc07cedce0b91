package com.aisle.textindex;

import com.aisle.text.TextAnalysis;
import com.aisle.textindex.Slot.Alternative;
import com.aisle.textindex.Slot.Code;
import com.aisle.textindex.Slot.Phrase;
import com.aisle.textindex.Slot.Words;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A plan as a query. Each word is scored over all fields as if they were one, repeated by weight
 * (BM25F: Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted fields, CIKM
 * 2004); the best alternative of a slot counts.
 */
final class WordQueries {

  /** An article number comes first whatever else matches. */
  private static final float WHOLE_CODE = 100;

  private static final float TITLE_PHRASE = .3f;
  private static final int TITLE_PHRASE_SLOP = 2;

  private WordQueries() {}

  /** Products that match all slots but {@code dropped} of them. */
  static Query matching(QueryPlan plan, int dropped) {
    return plan.everything() ? FilterQueries.LIVE : withCode(plan, slots(plan, dropped));
  }

  private static Query slots(QueryPlan plan, int dropped) {
    List<Slot> slots = plan.slots();
    if (slots.isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    slots.forEach(slot -> all.add(slot(slot), dropped == 0 ? Occur.MUST : Occur.SHOULD));
    if (dropped > 0) {
      all.setMinimumNumberShouldMatch(Math.max(1, slots.size() - dropped));
    }
    return slots.size() == 1 ? all.build() : withTitlePhrase(slots, all.build());
  }

  private static Query withTitlePhrase(List<Slot> slots, Query words) {
    String[] stems = slots.stream().map(Slot::typed).map(TextAnalysis::stem).toArray(String[]::new);
    Query phrase = new PhraseQuery(TITLE_PHRASE_SLOP, IndexFields.TITLE, stems);
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(new BoostQuery(phrase, TITLE_PHRASE), Occur.SHOULD)
        .build();
  }

  private static Query withCode(QueryPlan plan, Query words) {
    if (plan.code().isEmpty()) {
      return words;
    }
    return new BooleanQuery.Builder()
        .add(words, Occur.SHOULD)
        .add(new BoostQuery(new ConstantScoreQuery(code(plan.code())), WHOLE_CODE), Occur.SHOULD)
        .build();
  }

  private static Query slot(Slot slot) {
    List<Query> queries = slot.alternatives().stream().map(WordQueries::alternative).toList();
    return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
  }

  private static Query alternative(Alternative alternative) {
    Query query =
        switch (alternative) {
          case Words(List<String> words, float weight) -> words(words, false);
          case Phrase(List<String> words, float weight) -> words(words, true);
          case Code(String code, float weight) -> code(code);
        };
    return alternative.weight() == 1 ? query : new BoostQuery(query, alternative.weight());
  }

  private static Query words(List<String> words, boolean adjacent) {
    if (words.size() == 1) {
      return word(words.getFirst());
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(word(word), Occur.MUST));
    if (adjacent) {
      all.add(phraseInAnyField(words), Occur.FILTER);
    }
    return all.build();
  }

  private static Query phraseInAnyField(List<String> words) {
    String[] stems = words.stream().map(TextAnalysis::stem).toArray(String[]::new);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : IndexFields.WEIGHTS.keySet()) {
      any.add(new PhraseQuery(field, stems), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query word(String word) {
    CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(TextAnalysis.stem(word));
    IndexFields.WEIGHTS.forEach(query::addField);
    return query.build();
  }

  /** By its rarity: a code that many products share, such as ps4, says no more than a word. */
  private static Query code(String code) {
    return new TermQuery(new Term(IndexFields.CODE, code));
  }
}
