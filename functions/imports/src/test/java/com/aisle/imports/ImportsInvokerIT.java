package com.aisle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.catalog.Product;
import com.aisle.local.launcher.AwsEndpoint;
import com.aisle.productformat.ProductJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The class that Lambda calls, with the event file, a real bucket and a real queue. */
class ImportsInvokerIT {

  private static final String BUCKET = System.getenv("AISLE_BUCKET");
  private static final Map<String, String> CLIENT_SETTINGS =
      Map.of(
          "aws.accessKeyId", "test", "aws.secretAccessKey", "test", "aws.region", "eu-central-1");

  private static AwsEndpoint endpoint;
  private static S3Client s3;
  private static SqsClient sqs;
  private static String productChanges;
  private static String deadLetters;
  private static FunctionInvoker function;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    endpoint = AwsEndpoint.start(data);
    CLIENT_SETTINGS.forEach(System::setProperty);
    System.setProperty("aws.endpointUrl", endpoint.uri().toString());
    System.setProperty("MAIN_CLASS", ImportsApplication.class.getName());
    s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
    sqs = SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    s3.createBucket(r -> r.bucket(BUCKET));
    productChanges = sqs.createQueue(r -> r.queueName("product-changes")).queueUrl();
    sqs.createQueue(r -> r.queueName("imports"));
    deadLetters = sqs.createQueue(r -> r.queueName("imports-dead-letters")).queueUrl();
    function = new FunctionInvoker();
  }

  @AfterAll
  static void stop() throws Exception {
    s3.close();
    sqs.close();
    endpoint.close();
  }

  @Test
  void eventFile_importsTheFileItTellsOf() throws Exception {
    String line =
        """
        {"id":"p-1","sku":"1","title":{"en":"Mug"},"category":["Home"],"stock":1,"updatedAt":"2026-11-24T12:00:00Z"}
        """;
    s3.putObject(
        r -> r.bucket(BUCKET).key("imports/spring catalog.jsonl"),
        RequestBody.fromString(line + "not a product\n"));
    assertThat(invoke(Files.readString(Path.of("../../events/imports.json"))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    List<String> bodies =
        sqs.receiveMessage(r -> r.queueUrl(productChanges).waitTimeSeconds(10)).messages().stream()
            .map(message -> message.body())
            .toList();
    assertThat(bodies).hasSize(1);
    assertThat(new ProductJson().readBatch(bodies.getFirst()))
        .extracting(Product::id)
        .containsExactly("p-1");
    JsonNode report =
        new JsonMapper()
            .readTree(
                s3.getObjectAsBytes(
                        r -> r.bucket(BUCKET).key("import-reports/spring catalog.jsonl.json"))
                    .asByteArray());
    assertThat(report.path("state").asString()).isEqualTo("complete");
    assertThat(report.path("accepted").asInt()).isOne();
    assertThat(report.path("rejected").asInt()).isOne();
  }

  @Test
  void messageThatIsNoNotification_isADeadLetterWithItsReason() throws Exception {
    String event =
        """
        {"Records":[
          {"messageId":"good","body":"{\\"Event\\":\\"s3:TestEvent\\"}","eventSource":"aws:sqs"},
          {"messageId":"bad","body":"nonsense","eventSource":"aws:sqs"}]}""";
    assertThat(invoke(event)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(
            sqs.receiveMessage(
                    r -> r.queueUrl(deadLetters).waitTimeSeconds(10).messageAttributeNames("All"))
                .messages())
        .singleElement()
        .satisfies(message -> assertThat(message.body()).isEqualTo("nonsense"))
        .satisfies(
            message ->
                assertThat(message.messageAttributes().get("reason").stringValue())
                    .isEqualTo("the message is not JSON"));
  }

  private static String invoke(String event) throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
    return answer.toString(StandardCharsets.UTF_8);
  }
}
