package com.aisle.embedding;

import com.aisle.embedding.SpaceChanges.NewText;
import com.aisle.embeddings.Embedders;
import com.aisle.embeddings.Language;
import com.aisle.vectors.Space;
import com.aisle.vectors.VectorRecord;
import com.aisle.vectors.VectorStore;
import com.aisle.vectors.VectorStoreException;
import com.aisle.vectors.VectorStoreException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The vectors of all products in one language. */
final class ProductSpace {

  private final Language language;
  private final Space space;
  private final Embedders embedders;
  private final VectorStore store;

  ProductSpace(Language language, Embedders embedders, VectorStore store) {
    this.language = language;
    this.space = new Space(embedders.productSpace(language), embedders.dimension(language));
    this.embedders = embedders;
    this.store = store;
  }

  Language language() {
    return language;
  }

  int dimension() {
    return space.dimension();
  }

  /** What is stored of these products, by id; the space is made if it does not exist. */
  Map<String, VectorRecord> stored(Collection<String> ids) {
    try {
      return store.fetch(space, ids);
    } catch (VectorStoreException e) {
      if (e.kind() != Kind.NO_SUCH_SPACE) {
        throw e;
      }
      store.ensure(space);
      return store.fetch(space, ids);
    }
  }

  /** Embeds what is new and writes all; can be repeated. */
  void apply(SpaceChanges changes) {
    List<VectorRecord> records = new ArrayList<>(changes.known());
    records.addAll(embedded(changes.newTexts()));
    if (!records.isEmpty()) {
      store.upsert(space, records);
    }
    if (!changes.gone().isEmpty()) {
      store.delete(space, changes.gone());
    }
  }

  private List<VectorRecord> embedded(List<NewText> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    List<float[]> vectors =
        embedders.in(language).embed(texts.stream().map(text -> text.text().text()).toList());
    List<VectorRecord> records = new ArrayList<>();
    for (NewText text : texts) {
      float[] vector = vectors.get(records.size());
      records.add(StoredState.record(text.product(), text.text().hash(), vector));
    }
    return records;
  }
}
