package com.aisle.productformat;

import com.aisle.catalog.Product;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product document where Aisle itself wrote it, as in the text index. It is not checked again,
 * so it needs no schema and is read many times faster than by {@link ProductJson}.
 */
public final class StoredProduct {

  /** No name occurs twice in what was written here, so none is looked for. */
  private static final JsonMapper TRUSTING =
      ProductJson.MAPPER.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StoredProduct() {}

  /** The document of a product, as compact text. */
  public static String write(Product product) {
    return ProductJson.MAPPER.writeValueAsString(ProductWriter.write(product));
  }

  /** The product of a document that {@link #write} gave. */
  public static Product read(String document) {
    return ProductReader.read(TRUSTING.readTree(document));
  }
}
