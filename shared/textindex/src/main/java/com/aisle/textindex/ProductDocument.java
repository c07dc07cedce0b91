package com.aisle.textindex;

import com.aisle.catalog.AttributeValue;
import com.aisle.catalog.Product;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import com.aisle.productformat.StoredProduct;
import com.aisle.text.TextAnalysis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** A product as a document of the index. */
final class ProductDocument {

  private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

  private static final int MIN_CODE = 3;
  private static final int MAX_CODE = 40;

  static {
    WORDS.setOmitNorms(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  private final Document document = new Document();
  private final Product product;

  private ProductDocument(Product product) {
    this.product = product;
  }

  /** The document of a product; a deleted one keeps nothing that a search could find. */
  static Document of(Product product) {
    ProductDocument writing = new ProductDocument(product);
    writing.addIdentity();
    if (!product.deleted()) {
      writing.addText();
      writing.addCodes();
      writing.addFields();
    }
    return writing.document;
  }

  /** Saturates at the years 1677 and 2262. */
  static long nanos(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException e) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private void addIdentity() {
    document.add(new StringField(IndexFields.ID, product.id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(IndexFields.ID, new BytesRef(product.id())));
    document.add(new LongField(IndexFields.UPDATED, nanos(product.updatedAt()), Field.Store.NO));
    document.add(new StoredField(IndexFields.PRODUCT, StoredProduct.write(product)));
  }

  private void addText() {
    document.add(new StringField(IndexFields.LIVE, IndexFields.LIVE_TERM, Field.Store.NO));
    addText(IndexFields.TITLE, product.title().values());
    addText(IndexFields.BRAND, brands());
    addText(IndexFields.CATEGORY, product.category());
    addText(IndexFields.ATTRIBUTES, attributeTexts());
    addText(IndexFields.DESCRIPTION, product.description().values());
    for (Collection<String> texts :
        List.of(product.title().values(), brands(), product.category())) {
      texts.forEach(text -> document.add(new Field(IndexFields.WORDS, text, WORDS)));
    }
  }

  private void addText(String field, Collection<String> texts) {
    texts.forEach(text -> document.add(new TextField(field, text, Field.Store.NO)));
  }

  private List<String> brands() {
    String brand = product.brand();
    return brand == null ? List.of() : List.of(brand);
  }

  /** Values with a letter: numbers without their unit would match too much. */
  private List<String> attributeTexts() {
    return product.attributes().values().stream()
        .filter(AttributeValue.Text.class::isInstance)
        .flatMap(value -> ((AttributeValue.Text) value).values().stream())
        .filter(text -> text.chars().anyMatch(Character::isLetter))
        .toList();
  }

  private void addCodes() {
    Set<String> codes = new HashSet<>();
    codes.add(TextAnalysis.code(product.sku()));
    codes.add(TextAnalysis.code(product.id()));
    for (String title : product.title().values()) {
      for (String piece : title.split("[\\s,/()]+", -1)) {
        if (piece.chars().anyMatch(Character::isDigit)) {
          codes.add(TextAnalysis.code(piece));
        }
      }
    }
    codes.removeIf(code -> code.length() < MIN_CODE || code.length() > MAX_CODE);
    codes.forEach(code -> document.add(new StringField(IndexFields.CODE, code, Field.Store.NO)));
  }

  private void addFields() {
    addTexts(FilterField.ID, List.of(product.id()));
    addTexts(FilterField.SKU, List.of(product.sku()));
    String group = product.group();
    addTexts(FilterField.GROUP, group == null ? List.of() : List.of(group));
    addTexts(FilterField.BRAND, brands());
    addCategory();
    addValues(FilterField.STOCK, List.of(new FilterValue.Numeric(new BigDecimal(product.stock()))));
    addNumber(FilterField.STOCK, product.stock());
    addPrice();
    product.attributes().forEach(this::addAttribute);
  }

  private void addCategory() {
    List<String> path = product.category();
    if (path.isEmpty()) {
      return;
    }
    addTexts(FilterField.CATEGORY, List.of(String.join(FilterField.PATH_SEPARATOR, path)));
    for (int steps = 1; steps <= path.size(); steps++) {
      String beginning = IndexFields.path(path.subList(0, steps));
      document.add(new StringField(IndexFields.PATHS, beginning, Field.Store.NO));
    }
  }

  private void addPrice() {
    if (product.price() != null) {
      BigDecimal amount = product.price().amount();
      addTexts(FilterField.CURRENCY, List.of(product.price().currency().getCurrencyCode()));
      addValues(FilterField.PRICE, List.of(new FilterValue.Numeric(amount)));
      addNumber(FilterField.PRICE, amount.doubleValue());
    }
  }

  private void addAttribute(String name, AttributeValue value) {
    FilterField field = FilterField.attribute(name);
    switch (value) {
      case AttributeValue.Text(List<String> texts) -> addTexts(field, texts);
      case AttributeValue.Flag(boolean flag) ->
          addValues(field, List.of(new FilterValue.Flag(flag)));
      case AttributeValue.Measure(BigDecimal number) -> {
        addValues(field, List.of(new FilterValue.Numeric(number)));
        long sortable = NumericUtils.doubleToSortableLong(number.doubleValue());
        // No point: thousands of attributes would each bring a tree of their own.
        document.add(new SortedNumericDocValuesField(IndexFields.number(field), sortable));
      }
    }
  }

  private void addNumber(FilterField field, double number) {
    document.add(new DoubleField(IndexFields.number(field), number, Field.Store.NO));
  }

  private void addTexts(FilterField field, List<String> texts) {
    addValues(field, texts.stream().map(FilterValue.Text::new).toList());
  }

  private void addValues(FilterField field, List<? extends FilterValue> values) {
    if (values.isEmpty()) {
      return;
    }
    document.add(new StringField(IndexFields.PRESENT, field.name(), Field.Store.NO));
    boolean counted = !TextQuery.FACETLESS.contains(field);
    for (FilterValue value : values) {
      String term = FieldValue.term(field, value);
      document.add(new StringField(IndexFields.VALUES, term, Field.Store.NO));
      if (counted) {
        BytesRef facet = new BytesRef(FieldValue.write(value));
        document.add(new SortedSetDocValuesField(IndexFields.facet(field), facet));
      }
    }
  }
}
