package com.aisle.vectors;

import com.aisle.catalog.filter.Filter;
import com.aisle.catalog.filter.FilterValue;
import com.google.protobuf.Struct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link Filter} into Pinecone's filter language.
 *
 * <p>Pinecone has no negation of a whole filter, so it is moved inwards by De Morgan's laws until
 * it meets a comparison, which has an opposite. The opposite also holds for a product without the
 * field; whether Pinecone's {@code $ne} does is not promised, so that case is spelled out.
 *
 * <p>One thing cannot be said: that a field holds something other than a number. A product whose
 * attribute is a text does not fulfil {@code NOT attributes.width < 3} here.
 */
final class FilterCompiler {

  private static final CompiledFilter ALWAYS = new CompiledFilter.Always();
  private static final CompiledFilter NEVER = new CompiledFilter.Never();

  private FilterCompiler() {}

  /** The filter, and that the record is not deleted. */
  static CompiledFilter compileLive(Filter filter) {
    return and(List.of(unlike(ProductMetadata.DELETED, "$ne", true), compile(filter)));
  }

  static CompiledFilter compile(Filter filter) {
    return switch (filter) {
      case Filter.And(List<Filter> filters) ->
          and(filters.stream().map(FilterCompiler::compile).toList());
      case Filter.Or(List<Filter> filters) ->
          or(filters.stream().map(FilterCompiler::compile).toList());
      case Filter.Not(Filter inner) -> opposite(inner);
      case Filter.Equals equals ->
          comparison(ProductMetadata.nameOf(equals.field()), "$eq", plain(equals.value()));
      case Filter.In in ->
          in.values().isEmpty()
              ? NEVER
              : comparison(ProductMetadata.nameOf(in.field()), "$in", plain(in.values()));
      case Filter.Range range -> range(range);
      case Filter.Exists exists ->
          comparison(ProductMetadata.nameOf(exists.field()), "$exists", true);
      case Filter.Under under ->
          comparison(ProductMetadata.CATEGORY_PATHS, "$eq", ProductMetadata.pathName(under.path()));
    };
  }

  private static CompiledFilter opposite(Filter filter) {
    return switch (filter) {
      case Filter.And(List<Filter> filters) ->
          or(filters.stream().map(FilterCompiler::opposite).toList());
      case Filter.Or(List<Filter> filters) ->
          and(filters.stream().map(FilterCompiler::opposite).toList());
      case Filter.Not(Filter inner) -> compile(inner);
      case Filter.Equals equals ->
          unlike(ProductMetadata.nameOf(equals.field()), "$ne", plain(equals.value()));
      case Filter.In in ->
          in.values().isEmpty()
              ? ALWAYS
              : unlike(ProductMetadata.nameOf(in.field()), "$nin", plain(in.values()));
      case Filter.Range range -> outside(range);
      case Filter.Exists exists -> missing(ProductMetadata.nameOf(exists.field()));
      case Filter.Under under ->
          unlike(ProductMetadata.CATEGORY_PATHS, "$ne", ProductMetadata.pathName(under.path()));
    };
  }

  private static CompiledFilter range(Filter.Range range) {
    String name = ProductMetadata.nameOf(range.field());
    List<CompiledFilter> bounds = new ArrayList<>();
    addBound(bounds, name, range.fromInclusive() ? "$gte" : "$gt", range.from());
    addBound(bounds, name, range.toInclusive() ? "$lte" : "$lt", range.to());
    return bounds.isEmpty() ? comparison(name, "$exists", true) : and(bounds);
  }

  private static CompiledFilter outside(Filter.Range range) {
    String name = ProductMetadata.nameOf(range.field());
    List<CompiledFilter> ways = new ArrayList<>(List.of(missing(name)));
    addBound(ways, name, range.fromInclusive() ? "$lt" : "$lte", range.from());
    addBound(ways, name, range.toInclusive() ? "$gt" : "$gte", range.to());
    return or(ways);
  }

  private static void addBound(
      List<CompiledFilter> bounds, String name, String operator, @Nullable BigDecimal bound) {
    if (bound != null) {
      bounds.add(comparison(name, operator, bound));
    }
  }

  private static CompiledFilter unlike(String name, String operator, Object value) {
    return or(List.of(missing(name), comparison(name, operator, value)));
  }

  private static CompiledFilter missing(String name) {
    return comparison(name, "$exists", false);
  }

  private static CompiledFilter comparison(String name, String operator, Object value) {
    Struct comparison = MetadataStructs.struct(Map.of(operator, value));
    return new CompiledFilter.When(MetadataStructs.struct(Map.of(name, comparison)));
  }

  private static CompiledFilter and(List<CompiledFilter> parts) {
    return parts.contains(NEVER) ? NEVER : connect("$and", parts, ALWAYS);
  }

  private static CompiledFilter or(List<CompiledFilter> parts) {
    return parts.contains(ALWAYS) ? ALWAYS : connect("$or", parts, NEVER);
  }

  /** Connects the parts that say something; none of them is as good as the neutral one. */
  private static CompiledFilter connect(
      String operator, List<CompiledFilter> parts, CompiledFilter neutral) {
    List<Struct> structs = new ArrayList<>();
    for (CompiledFilter part : parts) {
      if (part instanceof CompiledFilter.When(Struct struct)) {
        structs.add(struct);
      }
    }
    return switch (structs.size()) {
      case 0 -> neutral;
      case 1 -> new CompiledFilter.When(structs.getFirst());
      default -> new CompiledFilter.When(MetadataStructs.struct(Map.of(operator, structs)));
    };
  }

  private static List<Object> plain(List<FilterValue> values) {
    return values.stream().map(FilterCompiler::plain).toList();
  }

  private static Object plain(FilterValue value) {
    return switch (value) {
      case FilterValue.Text text -> text.value();
      case FilterValue.Numeric number -> number.value();
      case FilterValue.Flag flag -> flag.value();
    };
  }
}
