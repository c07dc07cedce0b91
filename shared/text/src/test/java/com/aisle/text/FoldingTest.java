package com.aisle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FoldingTest {

  @Test
  void table_isWhatTheGeneratorWrites() throws IOException {
    try (var table = Folding.class.getResourceAsStream(Folding.TABLE)) {
      assertThat(new String(table.readAllBytes(), StandardCharsets.UTF_8))
          .as("out of date: run FoldingTable")
          .isEqualTo(FoldingTable.table());
    }
  }

  @Test
  void traditional_becomesSimplifiedAndLowerCase() {
    assertThat(Folding.fold("藍牙耳機 SONY")).isEqualTo("蓝牙耳机 sony");
    assertThat(Folding.fold("蓝牙耳机")).isEqualTo("蓝牙耳机");
    assertThat(Folding.fold("𠮷 Mug")).isEqualTo("𠮷 mug");
  }

  @Test
  void script_isHanWithOneChineseCharacter() {
    assertThat(Script.of("USB 滑鼠")).isEqualTo(Script.HAN);
    assertThat(Script.of("café mug")).isEqualTo(Script.OTHER);
    assertThat(Script.of("")).isEqualTo(Script.OTHER);
  }
}
