package com.aisle.local.pinecone;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Set;

/**
 * A condition on metadata. A field that holds a list of strings fulfils a comparison when one of
 * them does; a record without the field fulfils only a negation.
 */
sealed interface MetadataFilter {

  MetadataFilter ALL = new And(List.of());

  boolean matches(Struct metadata);

  record And(List<MetadataFilter> filters) implements MetadataFilter {
    @Override
    public boolean matches(Struct metadata) {
      return filters.stream().allMatch(filter -> filter.matches(metadata));
    }
  }

  record Or(List<MetadataFilter> filters) implements MetadataFilter {
    @Override
    public boolean matches(Struct metadata) {
      return filters.stream().anyMatch(filter -> filter.matches(metadata));
    }
  }

  record Not(MetadataFilter filter) implements MetadataFilter {
    @Override
    public boolean matches(Struct metadata) {
      return !filter.matches(metadata);
    }
  }

  /** The values are strings, numbers or booleans. */
  record OneOf(String key, Set<Value> values) implements MetadataFilter {
    @Override
    public boolean matches(Struct metadata) {
      Value value = metadata.getFieldsMap().get(key);
      if (value == null) {
        return false;
      }
      return value.hasListValue()
          ? value.getListValue().getValuesList().stream().anyMatch(values::contains)
          : values.contains(MetadataTerms.withoutNegativeZero(value));
    }
  }

  /** A number between two bounds, which may be infinite. */
  record Range(String key, double from, boolean fromInclusive, double to, boolean toInclusive)
      implements MetadataFilter {
    @Override
    public boolean matches(Struct metadata) {
      Value value = metadata.getFieldsMap().get(key);
      if (value == null || !value.hasNumberValue()) {
        return false;
      }
      double number = value.getNumberValue();
      return (fromInclusive ? number >= from : number > from)
          && (toInclusive ? number <= to : number < to);
    }
  }

  record Exists(String key) implements MetadataFilter {
    @Override
    public boolean matches(Struct metadata) {
      return metadata.containsFields(key);
    }
  }
}
