package com.aisle.search;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import com.aisle.catalog.filter.FilterField;
import com.aisle.catalog.filter.FilterValue;
import com.aisle.textindex.Correction;
import com.aisle.textindex.FacetCount;
import com.aisle.textindex.Hit;
import com.aisle.textindex.SearchResult;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a search's answer as JSON, straight from the hits: this is done for every search, so no
 * tree and no beans in between. Its shape is described in {@code infra/openapi.yaml}.
 */
final class SearchAnswerJson {

  private final JsonGenerator out;

  private SearchAnswerJson(JsonGenerator out) {
    this.out = out;
  }

  static void write(SearchAnswer answer, JsonGenerator out) {
    new SearchAnswerJson(out).write(answer);
  }

  private void write(SearchAnswer answer) {
    SearchRequest request = answer.request();
    SearchResult result = answer.result();
    out.writeStartObject()
        .writeStringProperty("queryId", answer.queryId())
        .writeNumberProperty("took", Milliseconds.of(answer.took()))
        .writeNumberProperty("total", result.total())
        .writeNumberProperty("page", request.page())
        .writeNumberProperty("size", request.query().size());
    out.writeArrayPropertyStart("hits");
    result.hits().forEach(hit -> hit(hit, request.locale()));
    out.writeEndArray();
    facets(request.query().facets(), result.facets());
    corrections(result);
    index(answer);
    if (answer.vectorsAway()) {
      out.writeArrayPropertyStart("degraded").writeString("vectors").writeEndArray();
    }
    out.writeEndObject();
  }

  private void hit(Hit hit, CatalogLocale locale) {
    Product product = hit.product();
    out.writeStartObject()
        .writeStringProperty("id", product.id())
        .writeStringProperty("sku", product.sku())
        .writeStringProperty("title", product.titleIn(locale));
    highlightedTitle(hit.highlightedTitle(), locale);
    if (product.price() != null) {
      price(product.price());
    }
    if (product.brand() != null) {
      out.writeStringProperty("brand", product.brand());
    }
    out.writeArrayPropertyStart("category");
    product.category().forEach(out::writeString);
    out.writeEndArray();
    if (product.image() != null) {
      out.writeStringProperty("image", product.image().toString());
    }
    out.writeNumberProperty("stock", product.stock())
        .writeNumberProperty("score", hit.score())
        .writeEndObject();
  }

  /** In the locale of the title: the one asked for or, where the shop gave none, the other one. */
  private void highlightedTitle(Map<CatalogLocale, String> titles, CatalogLocale locale) {
    String title = titles.getOrDefault(locale, titles.values().stream().findFirst().orElse(null));
    if (title != null) {
      out.writeStringProperty("highlightedTitle", title);
    }
  }

  private void price(Money price) {
    out.writeObjectPropertyStart("price")
        .writeStringProperty("amount", price.amount().toPlainString())
        .writeStringProperty("currency", price.currency().getCurrencyCode())
        .writeEndObject();
  }

  private void facets(List<FilterField> order, Map<FilterField, List<FacetCount>> facets) {
    out.writeObjectPropertyStart("facets");
    for (FilterField field : order) {
      out.writeArrayPropertyStart(field.name());
      facets.getOrDefault(field, List.of()).forEach(this::count);
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void count(FacetCount count) {
    out.writeStartObject();
    switch (count.value()) {
      case FilterValue.Text text -> out.writeStringProperty("value", text.value());
      case FilterValue.Numeric number -> out.writeNumberProperty("value", number.value());
      case FilterValue.Flag flag -> out.writeBooleanProperty("value", flag.value());
    }
    out.writeNumberProperty("count", count.count()).writeEndObject();
  }

  private void corrections(SearchResult result) {
    if (!result.corrections().isEmpty()) {
      out.writeArrayPropertyStart("corrections");
      for (Correction correction : result.corrections()) {
        out.writeStartObject()
            .writeStringProperty("written", correction.written())
            .writeStringProperty("corrected", correction.corrected())
            .writeEndObject();
      }
      out.writeEndArray();
    }
    if (result.droppedWords() > 0) {
      out.writeNumberProperty("droppedWords", result.droppedWords());
    }
  }

  private void index(SearchAnswer answer) {
    out.writeObjectPropertyStart("index")
        .writeNumberProperty("generation", answer.index().generation())
        .writeNumberProperty("age", answer.age().toSeconds())
        .writeNumberProperty("products", answer.index().products())
        .writeEndObject();
  }
}
