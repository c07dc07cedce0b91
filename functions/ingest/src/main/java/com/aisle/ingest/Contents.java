package com.aisle.ingest;

import com.aisle.events.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * What messages hold.
 *
 * @param rows that can be inserted
 * @param rejections what is wrong, to be kept with its reason
 */
record Contents(List<RawRow> rows, List<Rejection> rejections) {

  Contents() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void addAll(Contents others) {
    rows.addAll(others.rows);
    rejections.addAll(others.rejections);
  }
}
