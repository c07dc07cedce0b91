package com.aisle.search;

import com.aisle.catalog.Product;
import com.aisle.productformat.ProductJson;
import com.aisle.textindex.IndexMirror;
import com.aisle.web.Handler;
import com.aisle.web.Problem;
import com.aisle.web.ProblemException;
import com.aisle.web.Request;
import com.aisle.web.Response;
import java.util.Optional;

/** {@code GET /v1/products/{id}}: the product document. */
final class ProductHandler implements Handler {

  private final IndexMirror index;
  private final ProductJson json;

  ProductHandler(IndexMirror index, ProductJson json) {
    this.index = index;
    this.json = json;
  }

  @Override
  public Response handle(Request request) {
    request.query().check();
    String id = request.pathParameter("id");
    Optional<Product> product =
        IndexProblems.mapped(() -> index.read(searcher -> searcher.product(id)));
    return product
        .map(found -> Response.rawJson(200, json.write(found)))
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("there is no product '%s'".formatted(id))));
  }
}
