package com.aisle.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseModelTest extends EmbedderContract {

  @Override
  Embedder embedder() {
    return Models.in(Language.CHINESE);
  }

  @Override
  List<String> titles() {
    return List.of(
        "無線滑鼠", "馬克杯", "手繪陶瓷咖啡杯六入組,附杯盤,可用洗碗機清洗,適合送禮自用,微波爐也可以使用", "USB-C 充電器 65 W", "女用紅色慢跑鞋", "茶");
  }

  @ParameterizedTest
  @CsvSource({
    "無線滑鼠, 无线鼠标, 咖啡杯",
    "滑鼠, 鼠标, 咖啡杯",
    "馬克杯, 咖啡杯, 運動鞋",
    "跑步鞋, 運動鞋, 電鍋",
  })
  void meaning_bringsTextsTogether(String text, String near, String far) {
    List<float[]> vectors = embedder().embed(List.of(text, near, far));
    assertThat(Cosine.of(vectors.get(0), vectors.get(1)))
        .isGreaterThan(Cosine.of(vectors.get(0), vectors.get(2)) + 0.1);
  }

  @Test
  void traditionalAndSimplified_areTheSameText() {
    List<float[]> vectors = embedder().embed(List.of("無線鍵盤與滑鼠", "无线键盘与滑鼠"));
    assertThat(Cosine.of(vectors.get(0), vectors.get(1))).isGreaterThan(0.999);
  }

  @Test
  void capitals_areReadLikeSmallLetters() {
    List<float[]> vectors = embedder().embed(List.of("USB 充電線", "usb 充電線"));
    assertThat(Cosine.of(vectors.get(0), vectors.get(1))).isGreaterThan(0.999);
  }
}
