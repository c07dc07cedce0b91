package com.aisle.local.pinecone;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.NumericUtils;

/**
 * Metadata as terms of one Lucene field, since every product may bring keys of its own and Lucene
 * pays for each field. A term is the key's length and bytes, one letter for the kind, and the value
 * in an order-keeping form; so a prefix finds whoever has the key and a range finds numbers.
 */
final class MetadataTerms {

  static final String FIELD = "metadata";

  /** Longer strings are known by their digest: Lucene takes no term beyond 32,766 bytes. */
  private static final int MAX_VALUE_BYTES = 1_024;

  private MetadataTerms() {}

  static List<BytesRef> of(Struct metadata) {
    List<BytesRef> terms = new ArrayList<>();
    metadata
        .getFieldsMap()
        .forEach(
            (key, value) -> {
              if (value.hasListValue()) {
                terms.add(prefix(key).append('l').toBytesRef());
                value.getListValue().getValuesList().forEach(each -> terms.add(term(key, each)));
              } else {
                terms.add(term(key, value));
              }
            });
    return terms;
  }

  static Query query(MetadataFilter filter) {
    return switch (filter) {
      case MetadataFilter.And(List<MetadataFilter> filters) -> {
        BooleanQuery.Builder and = everything();
        filters.forEach(each -> and.add(query(each), Occur.FILTER));
        yield and.build();
      }
      case MetadataFilter.Or(List<MetadataFilter> filters) -> {
        BooleanQuery.Builder or = new BooleanQuery.Builder();
        filters.forEach(each -> or.add(query(each), Occur.SHOULD));
        yield or.build();
      }
      case MetadataFilter.Not(MetadataFilter inner) ->
          everything().add(query(inner), Occur.MUST_NOT).build();
      case MetadataFilter.OneOf oneOf ->
          new TermInSetQuery(
              FIELD, oneOf.values().stream().map(value -> term(oneOf.key(), value)).toList());
      case MetadataFilter.Range range ->
          new TermRangeQuery(
              FIELD,
              number(range.key(), range.from()),
              number(range.key(), range.to()),
              range.fromInclusive(),
              range.toInclusive());
      case MetadataFilter.Exists(String key) ->
          new PrefixQuery(new Term(FIELD, prefix(key).toBytesRef()));
    };
  }

  /** Protobuf tells -0.0 from 0.0, filters do not. */
  static Value withoutNegativeZero(Value value) {
    return value.hasNumberValue() && value.getNumberValue() == 0
        ? value.toBuilder().setNumberValue(0.0).build()
        : value;
  }

  private static BooleanQuery.Builder everything() {
    return new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
  }

  private static BytesRef term(String key, Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> number(key, value.getNumberValue());
      case BOOL_VALUE -> prefix(key).append(value.getBoolValue() ? 't' : 'f').toBytesRef();
      default -> prefix(key).append('s').append(text(value.getStringValue())).toBytesRef();
    };
  }

  private static BytesRef number(String key, double number) {
    byte[] sortable = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(NumericUtils.doubleToSortableLong(number + 0.0), sortable, 0);
    return prefix(key).append('n').append(sortable).toBytesRef();
  }

  private static byte[] text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_VALUE_BYTES) {
      return bytes;
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static TermBuilder prefix(String key) {
    byte[] bytes = text(key);
    return new TermBuilder()
        .append((char) (bytes.length >> Byte.SIZE))
        .append((char) (bytes.length & 0xff))
        .append(bytes);
  }

  /** Bytes one after the other. */
  private static final class TermBuilder {
    private final BytesRefBuilder bytes = new BytesRefBuilder();

    TermBuilder append(char oneByte) {
      bytes.append((byte) oneByte);
      return this;
    }

    TermBuilder append(byte[] more) {
      bytes.append(more, 0, more.length);
      return this;
    }

    BytesRef toBytesRef() {
      return bytes.toBytesRef();
    }
  }
}
