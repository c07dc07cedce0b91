package com.aisle.local.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aisle.local.launcher.LauncherException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileTest {
  private static final Path DEMO = Path.of("../demo/orders.csv.gz");
  private static final String HEAD =
      "invoice,stock_code,quantity,date,unit_price,customer,country\n";

  @TempDir private Path folder;

  @Test
  void forEach_invoicesSideBySide_areOneOrderEach() throws IOException {
    OrderFile file =
        file(
            HEAD
                + "1,A,2,2011-01-01 08:00,2.50,7,France\n"
                + "2,B,1,2011-01-01 08:01,1,,EIRE\n"
                + "1,C,3,2011-01-01 08:02,0.0,7,France\n");

    List<Order> orders = orders(file);

    assertThat(orders).extracting(Order::invoice).containsExactly("1", "2");
    assertThat(orders.getFirst().lines())
        .extracting(Order.Line::product)
        .containsExactly("or-A", "or-C");
    assertThat(file.end()).isEqualTo(LocalDateTime.parse("2011-01-01T08:01"));
  }

  @Test
  void forEach_lessStockForNothing_isNoOrder() throws IOException {
    OrderFile file = file(HEAD + "1,A,-9,2011-01-01 08:00,0.0,,France\n");

    assertThat(orders(file)).isEmpty();
  }

  @Test
  void forEach_otherColumns_saysWhichWereExpected() throws IOException {
    OrderFile file = file("a,b\n");

    assertThatThrownBy(() -> orders(file))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("begins with a,b, not with invoice,");
  }

  @Test
  void forEach_demoShop_keepsTheRevenueOfTheSource() {
    BigDecimal[] revenue = {BigDecimal.ZERO};
    long[] orders = {0, 0};
    new OrderFile(DEMO)
        .forEach(
            order -> {
              orders[order.isRefund() ? 1 : 0]++;
              for (Order.Line line : order.lines()) {
                BigDecimal amount = line.unitPrice().multiply(BigDecimal.valueOf(line.quantity()));
                revenue[0] = revenue[0].add(amount);
              }
            });

    assertThat(orders).containsExactly(20_726L, 3_838L);
    assertThat(revenue[0]).isEqualByComparingTo("9747747.934");
  }

  private static List<Order> orders(OrderFile file) {
    List<Order> orders = new ArrayList<>();
    file.forEach(orders::add);
    return orders;
  }

  private OrderFile file(String text) throws IOException {
    Path file = folder.resolve("orders.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return new OrderFile(file);
  }
}
