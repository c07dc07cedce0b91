package com.aisle.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a filter means is tested by {@link VectorStoreContract}; here is how it is put. */
class FilterCompilerTest {

  private static CompiledFilter compile(String filter) {
    return FilterCompiler.compile(FilterParser.parse(filter));
  }

  private static CompiledFilter when(Map<String, Object> filter) {
    return new CompiledFilter.When(struct(filter));
  }

  private static com.google.protobuf.Struct struct(Map<?, ?> fields) {
    var struct = com.google.protobuf.Struct.newBuilder();
    fields.forEach(
        (name, value) ->
            struct.putFields(
                (String) name,
                MetadataStructs.value(
                    value instanceof Map<?, ?> map ? struct(map) : nested(value))));
    return struct.build();
  }

  private static Object nested(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(each -> each instanceof Map<?, ?> map ? struct(map) : each).toList()
        : value;
  }

  @Test
  void equality() {
    assertThat(compile("brand = Acme")).isEqualTo(when(Map.of("brand", Map.of("$eq", "Acme"))));
  }

  @Test
  void range_hasOneOperatorForEachBound() {
    assertThat(compile("price >= 1 AND price < 2"))
        .isEqualTo(
            when(
                Map.of(
                    "$and",
                    List.of(
                        Map.of("price", Map.of("$gte", 1)), Map.of("price", Map.of("$lt", 2))))));
  }

  @Test
  void negation_movesInwardsAndIncludesWhoLacksTheField() {
    assertThat(compile("NOT (brand = Acme OR stock > 3)"))
        .isEqualTo(
            when(
                Map.of(
                    "$and",
                    List.of(
                        Map.of(
                            "$or",
                            List.of(
                                Map.of("brand", Map.of("$exists", false)),
                                Map.of("brand", Map.of("$ne", "Acme")))),
                        Map.of(
                            "$or",
                            List.of(
                                Map.of("stock", Map.of("$exists", false)),
                                Map.of("stock", Map.of("$lte", 3))))))));
  }

  @Test
  void constants_areFoldedAway() {
    assertThat(FilterCompiler.compile(Filter.all())).isEqualTo(new CompiledFilter.Always());
    assertThat(FilterCompiler.compile(new Filter.Or(List.of())))
        .isEqualTo(new CompiledFilter.Never());
    assertThat(compile("brand = Acme"))
        .isEqualTo(
            FilterCompiler.compile(
                new Filter.And(List.of(Filter.all(), FilterParser.parse("brand = Acme")))));
  }

  @Test
  void live_alwaysExcludesDeletedRecords() {
    assertThat(FilterCompiler.compileLive(Filter.all()))
        .isEqualTo(
            when(
                Map.of(
                    "$or",
                    List.of(
                        Map.of("deleted", Map.of("$exists", false)),
                        Map.of("deleted", Map.of("$ne", true))))));
  }
}
