package com.aisle.imports;

import com.aisle.storage.ObjectHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One upload of an import file.
 *
 * @param key where it is
 * @param importId differs from that of every other upload, also of the same content under the same
 *     key: with it can come another mapping
 * @param size in bytes
 * @param mappingKey where its mapping is; null when its lines are product documents
 */
record ImportFile(String key, String importId, long size, @Nullable String mappingKey) {

  private static final String FOLDER = "imports/";
  private static final String REJECTED = "imports/rejected/";
  private static final String ORDERS = "imports/orders/";

  static ImportFile of(String key, ObjectHead head) {
    Instant modified = head.lastModified();
    String importId = "%s@%s".formatted(head.tag().replace("\"", ""), modified);
    return new ImportFile(key, importId, head.size(), head.metadata().get("mapping"));
  }

  /** Whether an object of this key is to be imported. */
  static boolean isOne(String key) {
    return key.startsWith(FOLDER) && !key.startsWith(REJECTED) && !key.endsWith("/");
  }

  /** Whether its lines are order events; those of other files are products. */
  boolean isOfOrders() {
    return key.startsWith(ORDERS);
  }

  boolean isCompressed() {
    return key.endsWith(".jsonl.gz");
  }

  boolean hasKnownExtension() {
    return isCompressed() || key.endsWith(".jsonl");
  }

  /** Where the report is. */
  String reportKey() {
    return "import-reports/" + name() + ".json";
  }

  /** Where the checkpoint is. */
  String checkpointKey() {
    return "import-state/" + name() + ".json";
  }

  /** What the keys of its rejected lines begin with. */
  String rejectedPrefix() {
    return REJECTED + name() + "/part-";
  }

  private String name() {
    return key.substring(FOLDER.length());
  }
}
