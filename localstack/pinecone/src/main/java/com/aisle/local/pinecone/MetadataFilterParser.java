package com.aisle.local.pinecone;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.Value.KindCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads Pinecone's filter language, MongoDB's in small: {@code {"brand": {"$in": ["A", "B"]},
 * "price": {"$lt": 50}}}. {@code $not} is ours.
 */
final class MetadataFilterParser {

  private static final int MAX_VALUES = 10_000;

  private MetadataFilterParser() {}

  /**
   * The condition; an empty struct holds always.
   *
   * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT, naming what is wrong
   */
  static MetadataFilter parse(Struct filter) {
    return all(
        filter.getFieldsMap().entrySet().stream()
            .map(entry -> clause(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static MetadataFilter all(List<MetadataFilter> filters) {
    return filters.size() == 1 ? filters.getFirst() : new MetadataFilter.And(filters);
  }

  private static MetadataFilter clause(String key, Value value) {
    return switch (key) {
      case "$and" -> new MetadataFilter.And(clauses(key, value));
      case "$or" -> new MetadataFilter.Or(clauses(key, value));
      case "$not" -> new MetadataFilter.Not(parse(struct(key, value)));
      default -> {
        if (key.startsWith("$")) {
          throw Requests.invalid(key + " is not a valid operator");
        }
        yield field(key, value);
      }
    };
  }

  private static List<MetadataFilter> clauses(String operator, Value value) {
    if (!value.hasListValue() || value.getListValue().getValuesCount() == 0) {
      throw Requests.invalid(operator + " needs a list of at least one filter");
    }
    return value.getListValue().getValuesList().stream()
        .map(each -> parse(struct(operator, each)))
        .toList();
  }

  private static Struct struct(String operator, Value value) {
    if (!value.hasStructValue()) {
      throw Requests.invalid(operator + " needs filters, found " + value.getKindCase());
    }
    return value.getStructValue();
  }

  private static MetadataFilter field(String key, Value value) {
    if (!value.hasStructValue()) {
      return equal(key, "$eq", value);
    }
    return all(
        value.getStructValue().getFieldsMap().entrySet().stream()
            .map(entry -> comparison(key, entry.getKey(), entry.getValue()))
            .toList());
  }

  private static MetadataFilter comparison(String key, String operator, Value value) {
    return switch (operator) {
      case "$eq" -> equal(key, operator, value);
      case "$ne" -> new MetadataFilter.Not(equal(key, operator, value));
      case "$in" -> oneOf(key, operator, value);
      case "$nin" -> new MetadataFilter.Not(oneOf(key, operator, value));
      case "$exists" -> exists(key, value);
      case "$gt" -> above(key, number(operator, value), false);
      case "$gte" -> above(key, number(operator, value), true);
      case "$lt" -> below(key, number(operator, value), false);
      case "$lte" -> below(key, number(operator, value), true);
      case "$not" -> new MetadataFilter.Not(field(key, value));
      default -> throw Requests.invalid(operator + " is not a valid operator");
    };
  }

  private static MetadataFilter above(String key, double bound, boolean inclusive) {
    return new MetadataFilter.Range(key, bound, inclusive, Double.POSITIVE_INFINITY, true);
  }

  private static MetadataFilter below(String key, double bound, boolean inclusive) {
    return new MetadataFilter.Range(key, Double.NEGATIVE_INFINITY, true, bound, inclusive);
  }

  private static MetadataFilter equal(String key, String operator, Value value) {
    return new MetadataFilter.OneOf(key, Set.of(scalar(operator, value)));
  }

  private static MetadataFilter oneOf(String key, String operator, Value value) {
    if (!value.hasListValue()) {
      throw Requests.invalid(operator + " needs a list, found " + value.getKindCase());
    }
    if (value.getListValue().getValuesCount() > MAX_VALUES) {
      throw Requests.invalid(operator + " takes at most " + MAX_VALUES + " values");
    }
    return new MetadataFilter.OneOf(
        key,
        value.getListValue().getValuesList().stream()
            .map(each -> scalar(operator, each))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static MetadataFilter exists(String key, Value value) {
    if (!value.hasBoolValue()) {
      throw Requests.invalid("$exists needs true or false, found " + value.getKindCase());
    }
    MetadataFilter exists = new MetadataFilter.Exists(key);
    return value.getBoolValue() ? exists : new MetadataFilter.Not(exists);
  }

  private static double number(String operator, Value value) {
    if (!value.hasNumberValue()) {
      throw Requests.invalid(operator + " needs a number, found " + value.getKindCase());
    }
    return value.getNumberValue();
  }

  private static Value scalar(String operator, Value value) {
    Set<KindCase> scalars =
        Set.of(KindCase.STRING_VALUE, KindCase.NUMBER_VALUE, KindCase.BOOL_VALUE);
    if (!scalars.contains(value.getKindCase())) {
      throw Requests.invalid(
          operator + " needs a string, a number or a boolean, found " + value.getKindCase());
    }
    return MetadataTerms.withoutNegativeZero(value);
  }
}
