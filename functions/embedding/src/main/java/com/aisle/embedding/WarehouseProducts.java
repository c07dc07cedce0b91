package com.aisle.embedding;

import com.aisle.catalog.CatalogLocale;
import com.aisle.catalog.Money;
import com.aisle.catalog.Product;
import com.aisle.events.BehaviourMessage;
import com.aisle.events.BehaviourMessage.Kind;
import com.aisle.events.Row;
import com.aisle.messaging.Message;
import com.aisle.messaging.Publisher;
import java.util.List;
import java.util.Objects;

/** The queue to the warehouse, whose reports name products. The later state counts there too. */
final class WarehouseProducts {

  private final Publisher queue;

  WarehouseProducts(Publisher queue) {
    this.queue = queue;
  }

  /**
   * Hands these products over.
   *
   * @throws com.aisle.messaging.PublishException when not all were; hand all over again then
   */
  void pass(List<Product> products) {
    List<Row> rows = products.stream().map(WarehouseProducts::row).toList();
    List<String> bodies = BehaviourMessage.write(Kind.PRODUCTS, rows);
    if (!bodies.isEmpty()) {
      queue.publish(bodies.stream().map(Message::of).toList());
    }
  }

  private static Row row(Product product) {
    Row row =
        new Row()
            .text("product", product.id())
            .text("title_en", product.title().getOrDefault(CatalogLocale.ENGLISH, ""))
            .text("title_zh", product.title().getOrDefault(CatalogLocale.TRADITIONAL_CHINESE, ""))
            .text("brand", Objects.requireNonNullElse(product.brand(), ""))
            .texts("category", product.category())
            .text("image", Objects.toString(product.image(), ""))
            .flag("deleted", product.deleted())
            .time("updated_at", product.updatedAt());
    Money price = product.price();
    if (price != null) {
      row.decimal("price", price.amount()).text("currency", price.currency().getCurrencyCode());
    }
    return row;
  }
}
