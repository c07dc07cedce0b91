package com.aisle.local.launcher.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the shop's orders as Aisle imports them. */
final class OrderImportFile {
  private OrderImportFile() {}

  /** Writes {@code target} (.jsonl.gz) out of the orders, moved to now; returns how many. */
  static long write(OrderFile orders, Shift shift, Path target) {
    long[] count = {0};
    try (BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(target), 1 << 16),
                StandardCharsets.UTF_8))) {
      orders.forEach(
          order -> {
            write(writer, OrderDocument.of(order, shift.apply(order.date())).toString());
            count[0]++;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count[0];
  }

  private static void write(BufferedWriter writer, String line) {
    try {
      writer.write(line);
      writer.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
