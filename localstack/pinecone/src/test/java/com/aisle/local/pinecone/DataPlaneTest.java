package com.aisle.local.pinecone;

import static com.aisle.local.pinecone.VendorClient.record;
import static com.aisle.local.pinecone.VendorClient.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pinecone.clients.Index;
import io.pinecone.clients.Pinecone;
import io.pinecone.proto.FetchResponse;
import io.pinecone.proto.ListItem;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.NamespaceDescription;
import io.pinecone.unsigned_indices_model.ScoredVectorWithUnsignedIndices;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPlaneTest {

  private static final String NAMESPACE = "shop";
  private static final List<Float> X = List.of(1f, 0f, 0f);

  @TempDir Path data;
  private PineconeServer server;
  private Pinecone client;
  private Index index;

  @BeforeEach
  void start() throws Exception {
    server = PineconeServer.start(PineconeOptions.in(data));
    client = VendorClient.controlPlane(server.port());
    index = VendorClient.createIndex(client, "products", "cosine", 3);
    index.upsert(
        List.of(
            record("cap", X, struct(Map.of("brand", "Acme", "price", 10, "sale", true))),
            record(
                "mug",
                List.of(0f, 2f, 0f),
                struct(Map.of("brand", "Bolt", "price", 20, "tags", List.of("red", "blue")))),
            record("pan", List.of(-1f, 0f, 0f), struct(Map.of("brand", "大同", "price", 30)))),
        NAMESPACE);
  }

  @AfterEach
  void stop() {
    index.close();
    server.close();
  }

  private List<String> idsOf(Struct filter) {
    return index
        .query(10, X, null, null, null, NAMESPACE, filter, false, false)
        .getMatchesList()
        .stream()
        .map(ScoredVectorWithUnsignedIndices::getId)
        .toList();
  }

  @Test
  void query_ordersByCosineAndReturnsWhatWasWritten() {
    List<ScoredVectorWithUnsignedIndices> matches =
        index
            .query(2, List.of(1f, 1f, 0f), null, null, null, NAMESPACE, null, true, true)
            .getMatchesList();

    assertThat(matches)
        .extracting(ScoredVectorWithUnsignedIndices::getId)
        .containsExactly("cap", "mug");
    assertThat(matches.get(0).getScore()).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
    assertThat(matches.get(1).getValuesList()).containsExactly(0f, 2f, 0f);
    assertThat(matches.get(1).getMetadata().getFieldsOrThrow("brand").getStringValue())
        .isEqualTo("Bolt");
  }

  @Test
  void query_byId_findsTheRecordItself() {
    var matches = index.query(1, null, null, null, "pan", NAMESPACE, null, false, false);

    assertThat(matches.getMatches(0).getId()).isEqualTo("pan");
    assertThat(matches.getMatches(0).getScore()).isCloseTo(1, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          brand  | $eq     | Acme  | cap
          brand  | $ne     | Acme  | mug,pan
          price  | $gt     | 20    | pan
          price  | $gte    | 20    | mug,pan
          price  | $lt     | 20    | cap
          price  | $lte    | 20    | cap,mug
          sale   | $eq     | true  | cap
          tags   | $eq     | blue  | mug
          sale   | $exists | true  | cap
          tags   | $exists | false | cap,pan
          brand  | $eq     | 大同  | pan
          """)
  void filter_keepsWhatFulfilsIt(String field, String operator, String value, String expected) {
    Object typed =
        value.matches("\\d+")
            ? Double.valueOf(value)
            : value.matches("true|false") ? (Object) Boolean.valueOf(value) : value;

    assertThat(idsOf(struct(Map.of(field, Map.of(operator, typed)))))
        .containsExactlyInAnyOrder(expected.split(","));
  }

  @Test
  void filter_setsAndConnectives() {
    Map<String, Object> acme = Map.of("brand", "Acme");
    Map<String, Object> dear = Map.of("price", Map.of("$gt", 25));

    assertThat(idsOf(struct(Map.of("brand", Map.of("$in", List.of("Acme", "大同"))))))
        .containsExactlyInAnyOrder("cap", "pan");
    assertThat(idsOf(struct(Map.of("brand", Map.of("$nin", List.of("Acme", "大同"))))))
        .containsExactly("mug");
    assertThat(idsOf(struct(Map.of("$or", List.of(acme, dear)))))
        .containsExactlyInAnyOrder("cap", "pan");
    assertThat(idsOf(struct(Map.of("$and", List.of(acme, dear))))).isEmpty();
    assertThat(idsOf(struct(Map.of("$not", Map.of("$or", List.of(acme, dear))))))
        .containsExactly("mug");
  }

  @Test
  void filter_unknownOperator_isRefused() {
    refused(
        () -> idsOf(struct(Map.of("price", Map.of("$near", 3)))), "$near is not a valid operator");
  }

  @Test
  void filter_rangeOfText_isRefused() {
    refused(() -> idsOf(struct(Map.of("price", Map.of("$gt", "3")))), "$gt needs a number");
  }

  @Test
  void upsert_sameId_replacesTheWholeRecord() {
    index.upsert(
        List.of(record("cap", List.of(0f, 0f, 1f), struct(Map.of("new", true)))), NAMESPACE);

    var record = index.fetch(List.of("cap"), NAMESPACE).getVectorsOrThrow("cap");
    assertThat(record.getValuesList()).containsExactly(0f, 0f, 1f);
    assertThat(record.getMetadata()).isEqualTo(struct(Map.of("new", true)));
  }

  @Test
  void update_mergesMetadataAndKeepsTheVector() {
    index.update(
        "cap", null, struct(Map.of("price", 12, "color name", "red")), NAMESPACE, null, null);

    var record = index.fetch(List.of("cap"), NAMESPACE).getVectorsOrThrow("cap");
    assertThat(record.getValuesList()).isEqualTo(X);
    assertThat(record.getMetadata())
        .isEqualTo(struct(Map.of("brand", "Acme", "price", 12, "sale", true, "color name", "red")));
  }

  @Test
  void update_byFilter_tellsHowManyMatched() {
    Struct filter = struct(Map.of("price", Map.of("$gte", 20)));

    var response = index.updateByMetadata(filter, struct(Map.of("dear", true)), NAMESPACE, false);

    assertThat(response.getMatchedRecords()).isEqualTo(2);
    assertThat(idsOf(struct(Map.of("dear", true)))).containsExactlyInAnyOrder("mug", "pan");
  }

  @Test
  void update_unknownId_changesNothing() {
    index.update("none", null, struct(Map.of("price", 12)), NAMESPACE, null, null);

    assertThat(index.fetch(List.of("none"), NAMESPACE).getVectorsMap()).isEmpty();
  }

  @Test
  void delete_byId_byFilter_andAll() {
    index.deleteByIds(List.of("cap", "unknown"), NAMESPACE);
    assertThat(idsOf(null)).containsExactlyInAnyOrder("mug", "pan");

    index.deleteByFilter(struct(Map.of("brand", "大同")), NAMESPACE);
    assertThat(idsOf(null)).containsExactly("mug");

    index.deleteAll(NAMESPACE);
    assertThat(idsOf(null)).isEmpty();
  }

  @Test
  void delete_inUnknownNamespace_isNotFound() {
    assertThatThrownBy(() -> index.deleteByIds(List.of("cap"), "elsewhere"))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }

  @Test
  void fetch_leavesOutUnknownIds() {
    FetchResponse response = index.fetch(List.of("pan", "unknown"), NAMESPACE);

    assertThat(response.getVectorsMap()).containsOnlyKeys("pan");
  }

  @Test
  void fetchByMetadata_findsRecords() {
    var response =
        index.fetchByMetadata(NAMESPACE, struct(Map.of("price", Map.of("$lt", 25))), 10, null);

    assertThat(response.getVectorsMap()).containsOnlyKeys("cap", "mug");
  }

  @Test
  void list_pagesThroughAPrefixInOrder() {
    index.upsert(
        IntStream.range(0, 25).mapToObj(i -> record("p%02d".formatted(i), X, null)).toList(),
        NAMESPACE);

    List<String> ids = new ArrayList<>();
    ListResponse page = index.list(NAMESPACE, "p", 10);
    while (true) {
      assertThat(page.getVectorsCount()).isLessThanOrEqualTo(10);
      page.getVectorsList().stream().map(ListItem::getId).forEach(ids::add);
      if (!page.hasPagination()) {
        break;
      }
      page = index.list(NAMESPACE, "p", page.getPagination().getNext(), 10);
    }

    assertThat(ids).hasSize(26).isSorted().contains("p00", "p24", "pan");
  }

  @Test
  void namespaces_areKeptApart() {
    index.upsert("only-here", X, "other");

    assertThat(index.list("other").getVectorsList())
        .extracting(ListItem::getId)
        .containsExactly("only-here");
    assertThat(index.listNamespaces().getNamespacesList())
        .extracting(NamespaceDescription::getName)
        .containsExactly("other", NAMESPACE);
    assertThat(index.describeNamespace(NAMESPACE).getRecordCount()).isEqualTo(3);

    index.deleteNamespace("other");

    assertThat(index.listNamespaces().getNamespacesCount()).isEqualTo(1);
    refusedWith(Status.Code.NOT_FOUND, () -> index.describeNamespace("other"), "Namespace");
  }

  @Test
  void createNamespace_exists() {
    index.createNamespace("fresh");

    assertThat(index.describeNamespace("fresh").getRecordCount()).isZero();
  }

  @Test
  void stats_countByNamespaceAndFilter() {
    index.upsert("x", X, "");

    var all = index.describeIndexStats();
    assertThat(all.getTotalVectorCount()).isEqualTo(4);
    assertThat(all.getDimension()).isEqualTo(3);
    assertThat(all.getNamespacesOrThrow(NAMESPACE).getVectorCount()).isEqualTo(3);
    assertThat(all.getNamespacesOrThrow("__default__").getVectorCount()).isEqualTo(1);

    var some = index.describeIndexStats(struct(Map.of("price", Map.of("$lt", 25))));
    assertThat(some.getTotalVectorCount()).isEqualTo(2);
  }

  @Test
  void indexes_onTheSamePort_areKeptApart() {
    Index other = VendorClient.createIndex(client, "others", "euclidean", 2);
    other.upsert("point", List.of(3f, 4f), "");

    var match = other.query(1, List.of(0f, 0.1f), null, null, null, "", null, false, false);

    assertThat(match.getMatches(0).getScore()).isCloseTo(9 + 3.9f * 3.9f, within(1e-3f));
    assertThat(index.describeIndexStats().getTotalVectorCount()).isEqualTo(3);
    other.close();
  }

  @Test
  void limits_areThoseOfPinecone() {
    List<VectorWithUnsignedIndices> tooMany =
        IntStream.rangeClosed(0, 1_000).mapToObj(i -> record("r" + i, X, null)).toList();
    Struct tooLarge = struct(Map.of("text", "x".repeat(41_000)));

    refused(() -> index.upsert(tooMany, NAMESPACE), "At most 1000 vectors");
    refused(
        () -> index.upsert(List.of(record("a", X, tooLarge)), NAMESPACE),
        "At most 40960 bytes of metadata");
    refused(
        () -> index.upsert("a", List.of(1f), NAMESPACE),
        "Vector dimension 1 does not match the dimension of the index 3");
    refused(() -> index.upsert("a", List.of(0f, 0f, 0f), NAMESPACE), "non-zero");
    refused(() -> index.query(10_001, X, null, null, null, NAMESPACE, null, false, false), "topK");
    refused(
        () -> index.upsert(List.of(record("a", X, struct(Map.of("n", List.of(1))))), NAMESPACE),
        "Metadata value must be a string, number, boolean or list of strings");
  }

  @Test
  void upsert_moreThanTwoMegabytes_isRefused() {
    Struct large = struct(Map.of("text", "x".repeat(40_000)));
    List<VectorWithUnsignedIndices> records =
        IntStream.range(0, 60).mapToObj(i -> record("r" + i, X, large)).toList();

    refused(() -> index.upsert(records, NAMESPACE), "At most 2097152 bytes in one request");
  }

  @Test
  void sparseValues_inACosineIndex_areRefused() {
    refused(
        () -> index.upsert("a", X, Collections.singletonList(1L), List.of(1f), null, NAMESPACE),
        "Sparse values are supported only");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
    refusedWith(Status.Code.INVALID_ARGUMENT, call, why);
  }

  private static void refusedWith(
      Status.Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(code);
              assertThat(e.getStatus().getDescription()).contains(why);
            });
  }
}
