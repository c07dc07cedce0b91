package com.aisle.ingest;

import com.aisle.events.Rejection;
import com.aisle.warehouse.Rows;
import com.aisle.warehouse.Warehouse;
import com.aisle.warehouse.WarehouseException;
import com.aisle.warehouse.WarehouseException.Kind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inserts blocks. One bad row makes ClickHouse refuse its whole block: then the block is halved
 * again and again until the bad row is alone, and the others are in.
 */
final class BlockWriter {

  private static final Logger LOGGER = LoggerFactory.getLogger(BlockWriter.class);
  private static final int LONGEST_REASON = 500;

  private final Warehouse warehouse;

  BlockWriter(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Inserts all rows that can be inserted.
   *
   * @param refused where the others go
   * @throws WarehouseException when the warehouse is away, or refuses more than single rows
   */
  void insert(Block block, List<Rejection> refused) {
    try {
      insert(block);
    } catch (WarehouseException e) {
      requireRefusedRows(block, e);
      split(block, e, refused);
    }
  }

  private void split(Block block, WarehouseException cause, List<Rejection> refused) {
    if (block.rows().size() == 1) {
      RawRow row = block.rows().getFirst();
      LOGGER.warn("row {} of {} is refused: {}", row.id(), row.table(), cause.getMessage());
      refused.add(RejectedRows.rejection(row.table(), row.json(), reason(cause)));
      return;
    }
    for (Block half : List.of(block.half(true), block.half(false))) {
      try {
        insert(half);
      } catch (WarehouseException e) {
        if (e.kind() != Kind.INVALID) {
          throw e;
        }
        split(half, e, refused);
      }
    }
  }

  private void insert(Block block) {
    Rows content = block.content();
    warehouse.insert(block.table().tableName(), content, Block.token(content));
  }

  /** Where an insert without rows fails too, it is not the rows' fault: nothing is refused then. */
  private void requireRefusedRows(Block block, WarehouseException failure) {
    if (failure.kind() != Kind.INVALID) {
      throw failure;
    }
    warehouse.insert(block.table().tableName(), new Rows(0, new byte[0]), "");
  }

  private static String reason(WarehouseException cause) {
    String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }
}
