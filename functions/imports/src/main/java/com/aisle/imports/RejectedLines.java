package com.aisle.imports;

import com.aisle.storage.Condition;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the lines that are no products, with the reasons, in files of about a megabyte.
 *
 * <p>The last file is written again and longer at each checkpoint. What a worker that crashed wrote
 * behind the checkpoint is cut off by the next one, so no line is kept twice.
 */
final class RejectedLines {

  private record Entry(long line, List<String> reason, String text) {}

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int PART_BYTES = 1 << 20;

  private final ObjectStore store;
  private final ImportFile file;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private int parts;
  private boolean dirty;

  RejectedLines(ObjectStore store, ImportFile file, Checkpoint checkpoint) {
    this.store = store;
    this.file = file;
    this.parts = checkpoint.rejectedParts();
    if (parts > 0) {
      byte[] bytes = store.get(key(file, parts)).map(StoredObject::bytes).orElse(new byte[0]);
      part.write(bytes, 0, Math.min(bytes.length, checkpoint.lastPartBytes()));
    }
  }

  static String key(ImportFile file, int part) {
    return file.rejectedPrefix() + part + ".jsonl";
  }

  void add(long line, List<String> reasons, String text) {
    if (parts == 0 || part.size() >= PART_BYTES) {
      save();
      part.reset();
      parts++;
    }
    part.writeBytes(MAPPER.writeValueAsBytes(new Entry(line, reasons, text)));
    part.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    dirty = true;
  }

  /** Returns when all that was added is in the store. */
  void save() {
    if (dirty) {
      store.put(key(file, parts), part.toByteArray(), Condition.none());
      dirty = false;
    }
  }

  int parts() {
    return parts;
  }

  int lastPartBytes() {
    return part.size();
  }
}
