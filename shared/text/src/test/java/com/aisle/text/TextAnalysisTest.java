package com.aisle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Men's Speakers for Gaming|men speaker game",
        "Café CRÈME|cafe creme",
        "StarTech.com usb_c 2.13 GHz|startech com usb c 2.13 ghz",
        "藍牙耳機|蓝 牙 耳 机",
        "ＵＳＢ滑鼠|usb 滑 鼠",
      })
  void stems_areFolded(String text, String stems) {
    assertThat(String.join(" ", TextAnalysis.tokens(TextAnalysis.stems(), text))).isEqualTo(stems);
  }

  @Test
  void accent_asCharacterOfItsOwn_isDropped() {
    assertThat(TextAnalysis.tokens(TextAnalysis.words(), "cafe\u0301")).containsExactly("cafe");
  }

  @Test
  void words_keepTheirEndings() {
    assertThat(TextAnalysis.tokens(TextAnalysis.words(), "Gaming Speakers"))
        .containsExactly("gaming", "speakers");
    assertThat(TextAnalysis.stem("speakers")).isEqualTo("speaker");
  }

  @Test
  void offsets_areThoseOfTheOriginal() throws IOException {
    assertThat(pieces("無線 Café-Crème 滑鼠 A.B"))
        .containsExactly("無", "線", "Café", "Crème", "滑", "鼠", "B");
  }

  @Test
  void offsets_ofRandomTexts_stayInside() throws IOException {
    String alphabet = "aé機滑.'_ -B9\u0301ß";
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(1_500); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (String piece : pieces(text.toString())) {
        assertThat(piece).as("seed %d", seed).isNotEmpty().doesNotContain(" ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"TN-2110,tn2110", "tn 2110,tn2110", "006R90321,006r90321", "滑鼠-1,滑鼠1"})
  void code_keepsLettersAndDigits(String text, String code) {
    assertThat(TextAnalysis.code(text)).isEqualTo(code);
  }

  private static List<String> pieces(String text) throws IOException {
    List<String> pieces = new ArrayList<>();
    try (TokenStream stream = TextAnalysis.stems().tokenStream("", text)) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        pieces.add(text.substring(offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    }
    return pieces;
  }
}
