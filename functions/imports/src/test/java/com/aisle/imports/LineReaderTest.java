package com.aisle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void next_takesEveryKindOfLineEnd() throws IOException {
    assertThat(texts("a\nb\r\n\n c\rd")).containsExactly("a", "b", "", " c\rd");
    assertThat(texts("a\n")).containsExactly("a");
    assertThat(texts("\n")).containsExactly("");
    assertThat(texts("")).isEmpty();
  }

  @Test
  void byteOrderMark_isDroppedFromTheFirstLineOnly() throws IOException {
    assertThat(texts("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
  }

  @Test
  void lineOfTheGreatestLength_isWhole_andALongerOneIsCut() throws IOException {
    byte[] longest = new byte[LineReader.MAX_LINE_BYTES];
    Arrays.fill(longest, (byte) 'x');
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(longest);
    file.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes(longest);
    file.writeBytes("y\nz".getBytes(StandardCharsets.UTF_8));
    List<Line> lines = read(new ByteArrayInputStream(file.toByteArray()));
    assertThat(lines).extracting(Line::tooLong).containsExactly(false, true, false);
    assertThat(lines.get(0).bytes()).hasSize(LineReader.MAX_LINE_BYTES);
    assertThat(lines.get(1).bytes()).hasSize(LineReader.PREVIEW_BYTES);
    assertThat(lines.get(2).bytes()).containsExactly('z');
  }

  @Test
  void randomFile_readFromAnyLineOn_givesTheSameRest() throws IOException {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      byte[] file = new byte[random.nextInt(200_000)];
      IntStream.range(0, file.length).forEach(i -> file[i] = (byte) (random.nextInt(90) + 9));
      List<Line> all = read(stuttering(file, random));
      int skip = all.isEmpty() ? 0 : random.nextInt(all.size());
      LineReader reader = new LineReader(stuttering(file, random), 0, 0);
      for (int i = 0; i < skip; i++) {
        reader.next();
      }
      int offset = (int) reader.offset();
      LineReader rest =
          new LineReader(
              new ByteArrayInputStream(file, offset, file.length - offset), skip, offset);
      assertThat(described(rest))
          .as("seed %d round %d", seed, round)
          .isEqualTo(all.subList(skip, all.size()).stream().map(LineReaderTest::describe).toList());
      assertThat(rest.offset()).isEqualTo(file.length);
    }
  }

  /** A stream that gives as few bytes at a time as a slow network does. */
  private static InputStream stuttering(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, 1 + random.nextInt(5000)));
      }
    };
  }

  private static List<String> texts(String file) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Line line : read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
      texts.add(line.text());
    }
    return texts;
  }

  private static List<Line> read(InputStream stream) throws IOException {
    LineReader reader = new LineReader(stream, 0, 0);
    List<Line> lines = new ArrayList<>();
    for (Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static List<String> described(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Line line = reader.next(); line != null; line = reader.next()) {
      lines.add(describe(line));
    }
    return lines;
  }

  private static String describe(Line line) {
    return line.number() + ":" + new String(line.bytes(), StandardCharsets.ISO_8859_1);
  }
}
