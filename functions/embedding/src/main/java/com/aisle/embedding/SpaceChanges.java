package com.aisle.embedding;

import com.aisle.catalog.Product;
import com.aisle.embeddings.Language;
import com.aisle.vectors.VectorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be done in one space so that it tells of a batch of products.
 *
 * <p>Where a text is as it was, the stored vector is written again with new metadata. A patch of
 * the metadata would leave fields in place that the product no longer has, and is one call for each
 * product.
 */
final class SpaceChanges {

  /** A product whose text in this language has no vector yet. */
  record NewText(Product product, ProductText text) {}

  private final Language language;
  private final List<VectorRecord> known = new ArrayList<>();
  private final List<NewText> newTexts = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();

  SpaceChanges(Language language) {
    this.language = language;
  }

  /** Records whose vectors are stored already. */
  List<VectorRecord> known() {
    return known;
  }

  List<NewText> newTexts() {
    return newTexts;
  }

  /** Ids of products that have no title in this language any more. */
  List<String> gone() {
    return gone;
  }

  /**
   * @param stored the product's record in this space, if there is one
   */
  void add(Product product, @Nullable VectorRecord stored) {
    if (stored != null && !product.isNewerThan(StoredState.of(stored).updatedAt())) {
      return; // an earlier attempt got as far as this space
    }
    Optional<ProductText> text = ProductText.of(product, language);
    if (text.isPresent()) {
      addText(product, text.get(), stored);
    } else if (stored != null && product.deleted()) {
      known.add(StoredState.record(product, "", stored.vector()));
    } else if (stored != null) {
      gone.add(product.id());
    }
  }

  private void addText(Product product, ProductText text, @Nullable VectorRecord stored) {
    if (stored != null && StoredState.of(stored).textHash().equals(text.hash())) {
      known.add(StoredState.record(product, text.hash(), stored.vector()));
    } else {
      newTexts.add(new NewText(product, text));
    }
  }
}
