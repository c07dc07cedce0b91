package com.aisle.warehouse;

import com.clickhouse.client.api.data_formats.internal.BinaryStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what ClickHouse's client reads into the few types that the port promises. */
final class Values {

  private static final int LONG_BITS = 63;

  private Values() {}

  static @Nullable Object of(@Nullable Object value, String type) {
    boolean isDate = type.contains("Date") && !type.contains("DateTime");
    return switch (value) {
      case null -> null;
      case BinaryStreamReader.EnumValue name -> name.toString();
      case BigInteger whole -> whole.bitLength() <= LONG_BITS ? (Object) whole.longValue() : whole;
      case BigDecimal exact -> exact;
      case Float number -> Double.valueOf(number.toString());
      case Double number -> number;
      case Number whole -> whole.longValue();
      case Boolean truth -> truth;
      case LocalDate day -> day;
      case ZonedDateTime time when isDate -> time.toLocalDate();
      case ZonedDateTime time -> time.toInstant();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      case Instant time -> time;
      case BinaryStreamReader.ArrayValue array -> list(array.asList(), type);
      case Object[] tuple -> list(Arrays.asList(tuple), type);
      case Collection<?> list -> list(list, type);
      default -> value.toString();
    };
  }

  private static List<@Nullable Object> list(Collection<?> values, String type) {
    List<@Nullable Object> list = new ArrayList<>(values.size());
    for (Object value : values) {
      list.add(of(value, type));
    }
    return list;
  }
}
