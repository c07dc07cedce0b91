package com.aisle.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {

  @Test
  void statements_endAtASemicolonAtTheEndOfALine() {
    Migration migration =
        Migration.of(
            "0001_first.sql",
            """
            -- A comment; with a semicolon inside.
            SELECT ';' AS semicolon;
            SELECT
              2; \t
            -- only a comment
            """);
    assertThat(migration.statements())
        .containsExactly(
            "-- A comment; with a semicolon inside.\nSELECT ';' AS semicolon", "SELECT\n  2");
    assertThat(migration.version()).isEqualTo(1);
  }

  @Test
  void otherName_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Migration.of("1_first.sql", ""))
        .withMessageContaining("1_first.sql");
  }

  @Test
  void builtInFiles_areNumberedWithoutGaps() {
    List<Migration> files = MigrationFiles.all();
    assertThat(files).isNotEmpty();
    for (int i = 0; i < files.size(); i++) {
      assertThat(files.get(i).version()).isEqualTo(i + 1);
      assertThat(files.get(i).statements()).isNotEmpty();
    }
  }
}
