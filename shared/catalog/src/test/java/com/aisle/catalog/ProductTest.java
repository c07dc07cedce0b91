package com.aisle.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void title_fallsBackToAnotherLocale() {
    Product mug = product(Map.of(CatalogLocale.TRADITIONAL_CHINESE, "馬克杯"));
    assertThat(mug.titleIn(CatalogLocale.TRADITIONAL_CHINESE)).isEqualTo("馬克杯");
    assertThat(mug.titleIn(CatalogLocale.ENGLISH)).isEqualTo("馬克杯");
  }

  @Test
  void withoutTitle_isRefusedUnlessDeleted() {
    assertThatIllegalArgumentException().isThrownBy(() -> product(Map.of()));
    assertThat(Product.deleted("p1", NOON).deleted()).isTrue();
  }

  @Test
  void sameTime_isNotNewer() {
    Product deleted = Product.deleted("p1", NOON);
    assertThat(deleted.isNewerThan(NOON)).isFalse();
    assertThat(deleted.isNewerThan(NOON.minusMillis(1))).isTrue();
  }

  @Test
  void money_countsMinorUnitsByCurrency() {
    assertThat(money("12.50", "EUR").minorUnits()).isEqualTo(1250);
    assertThat(money("1250", "JPY").minorUnits()).isEqualTo(1250);
    assertThat(money("12.500", "EUR").minorUnits()).isEqualTo(1250);
  }

  @Test
  void money_refusesNegativeAndTooFine() {
    assertThatIllegalArgumentException().isThrownBy(() -> money("-1", "EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> money("1.005", "EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> money("0.5", "JPY"));
  }

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  private static Product product(Map<CatalogLocale, String> title) {
    return new Product(
        "p1", "S1", null, title, Map.of(), null, List.of(), null, 0, Map.of(), null, NOON, false);
  }
}
