package com.aisle.productformat;

import com.aisle.catalog.Product;

/**
 * The product document where Aisle itself wrote it, as in the text index. It is not checked again,
 * so it needs no schema and is read many times faster than by {@link ProductJson}.
 */
public final class StoredProduct {

  private StoredProduct() {}

  /** The document of a product, as compact text. */
  public static String write(Product product) {
    return ProductJson.MAPPER.writeValueAsString(ProductWriter.write(product));
  }

  /** The product of a document that {@link #write} gave. */
  public static Product read(String document) {
    return ProductReader.read(ProductJson.parse(document));
  }
}
