package com.aisle.vectors;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Metadata as Pinecone's messages carry it, and back. */
final class MetadataStructs {

  private MetadataStructs() {}

  static Struct struct(Map<String, ?> metadata) {
    Struct.Builder struct = Struct.newBuilder();
    metadata.forEach((name, value) -> struct.putFields(name, value(value)));
    return struct.build();
  }

  static Value value(Object value) {
    Value.Builder builder = Value.newBuilder();
    return switch (value) {
      case String text -> builder.setStringValue(text).build();
      case Boolean flag -> builder.setBoolValue(flag).build();
      case Number number -> builder.setNumberValue(number.doubleValue()).build();
      case Struct struct -> builder.setStructValue(struct).build();
      case Collection<?> values -> {
        ListValue.Builder list = ListValue.newBuilder();
        values.forEach(each -> list.addValues(value(each)));
        yield builder.setListValue(list).build();
      }
      default ->
          throw new VectorStoreException(
              VectorStoreException.Kind.REJECTED,
              "metadata cannot hold a " + value.getClass().getName(),
              null);
    };
  }

  static Map<String, Object> map(Struct struct) {
    Map<String, Object> metadata = new HashMap<>();
    struct.getFieldsMap().forEach((name, value) -> metadata.put(name, object(value)));
    return metadata;
  }

  private static Object object(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case NUMBER_VALUE -> value.getNumberValue();
      case LIST_VALUE -> texts(value.getListValue());
      case NULL_VALUE, STRUCT_VALUE, KIND_NOT_SET ->
          throw new IllegalStateException("a record has metadata that no one can write: " + value);
    };
  }

  private static List<String> texts(ListValue list) {
    return list.getValuesList().stream().map(Value::getStringValue).toList();
  }
}
