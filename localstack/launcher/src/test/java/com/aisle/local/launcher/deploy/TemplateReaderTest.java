package com.aisle.local.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateReaderTest {
  @Test
  void shortForms_becomeLongOnes() {
    assertThat(
            TemplateReader.parse(
                """
                A: !Ref Bucket
                B: !GetAtt Queue.Arn
                C: !Sub "${Bucket.Arn}/*"
                D: !If [IsLocal, !Ref One, !Ref AWS::NoValue]
                E: !Condition IsLocal
                F: !Equals [!Ref Stage, ""]
                G: !Join [",", [a, !Ref B]]
                H: !GetAtt Nested.Outputs.Name
                I: !Sub
                  - "${x}"
                  - {x: !Ref Y}
                """))
        .containsEntry("A", Map.of("Ref", "Bucket"))
        .containsEntry("B", Map.of("Fn::GetAtt", List.of("Queue", "Arn")))
        .containsEntry("C", Map.of("Fn::Sub", "${Bucket.Arn}/*"))
        .containsEntry(
            "D",
            Map.of(
                "Fn::If", List.of("IsLocal", Map.of("Ref", "One"), Map.of("Ref", "AWS::NoValue"))))
        .containsEntry("E", Map.of("Condition", "IsLocal"))
        .containsEntry("F", Map.of("Fn::Equals", List.of(Map.of("Ref", "Stage"), "")))
        .containsEntry("G", Map.of("Fn::Join", List.of(",", List.of("a", Map.of("Ref", "B")))))
        .containsEntry("H", Map.of("Fn::GetAtt", List.of("Nested", "Outputs.Name")))
        .containsEntry("I", Map.of("Fn::Sub", List.of("${x}", Map.of("x", Map.of("Ref", "Y")))));
  }

  @Test
  void aVersion_isTextAndNoDay() {
    assertThat(TemplateReader.parse("Version: 2012-10-17\nCount: 3\nEnabled: true"))
        .isEqualTo(Map.of("Version", "2012-10-17", "Count", 3, "Enabled", true));
  }

  @Test
  void read_brokenYaml_namesTheFileAndTheLine(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("template.yaml"), "A: [1\nB: 2");

    assertThatThrownBy(() -> TemplateReader.read(file))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("template.yaml")
        .hasMessageContaining("line 2");
  }
}
