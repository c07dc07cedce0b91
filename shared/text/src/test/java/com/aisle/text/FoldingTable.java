package com.aisle.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the folding table from opencc4j's dictionary; run in the module's folder. */
final class FoldingTable {

  private static final int PAIRS_IN_A_LINE = 20;

  private FoldingTable() {}

  static void main() throws IOException {
    Files.writeString(Path.of("src/main/resources/com/aisle/text", Folding.TABLE), table());
  }

  static String table() {
    StringBuilder table = new StringBuilder();
    int pairs = 0;
    for (char c = '\u3400'; c < '\ua000'; c++) {
      String traditional = String.valueOf(c);
      String simplified = ZhConverterUtil.toSimple(traditional);
      if (simplified.length() == 1 && !simplified.equals(traditional)) {
        table.append(traditional).append(simplified);
        table.append(++pairs % PAIRS_IN_A_LINE == 0 ? "\n" : "");
      }
    }
    return table.append('\n').toString();
  }
}
