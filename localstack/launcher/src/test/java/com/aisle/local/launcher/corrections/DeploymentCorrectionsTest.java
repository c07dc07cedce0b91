package com.aisle.local.launcher.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** Corrections 1, 2, 7, 10, 13 and 14 of local_aws.py: what CloudFormation makes of a template. */
class DeploymentCorrectionsTest {
  private static final String API =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties: {Tags: {ms-custom-id: a15e00c1}}
        Function:
          Type: AWS::Serverless::Function
          Properties:
            {FunctionName: routes, %s, Events: {Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path: /tea}}}}
      Outputs:
        Id: {Value: !Ref Api}
      """
          .formatted(Stacks.FUNCTION);

  @Test
  void correction1_routesInTheBodyOfAnApi() {
    Endpoint corrected = Endpoint.corrected();
    corrected.host.deploy("routes", "{\"statusCode\":200,\"body\":\"tea\"}");
    assertThat(corrected.stacks.create("routes", API)).isEqualTo("CREATE_COMPLETE");
    assertThat(corrected.stacks.outputs("routes")).containsEntry("Id", "a15e00c1");
    assertThat(corrected.get("a15e00c1", "/tea")).contains(" 200").endsWith("tea");

    Endpoint stock = Endpoint.stock();
    assertThat(stock.stacks.create("routes", API)).isEqualTo("CREATE_COMPLETE");
    assertThat(stock.get(stock.stacks.outputs("routes").get("Id"), "/tea")).contains(" 404");
  }

  @Test
  void correction2_samInNestedTemplates() {
    assertThat(nested(Endpoint.corrected())).isEqualTo("CREATE_COMPLETE");
    assertThat(nested(Endpoint.stock())).isNotEqualTo("CREATE_COMPLETE");
  }

  private static String nested(Endpoint endpoint) {
    String child =
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Function:
            Type: AWS::Serverless::Function
            Properties: {FunctionName: nested, %s}
        """
            .formatted(Stacks.FUNCTION);
    String address = endpoint.stacks.upload("child.yaml", child);
    return endpoint.stacks.create(
        "parent",
        """
        Resources:
          Child:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: "%s"}
        """
            .formatted(address));
  }

  @Test
  void correction7_refOfASecretIsItsArn() {
    assertThat(secret(Endpoint.corrected())).startsWith("arn:aws:secretsmanager:");
    assertThat(secret(Endpoint.stock())).doesNotStartWith("arn:");
  }

  private static String secret(Endpoint endpoint) {
    String template =
        """
        Resources:
          Key:
            Type: AWS::SecretsManager::Secret
            Properties: {SecretString: tea}
        Outputs:
          Key: {Value: !Ref Key}
        """;
    assertThat(endpoint.stacks.create("secret", template)).isEqualTo("CREATE_COMPLETE");
    return endpoint.stacks.outputs("secret").get("Key");
  }

  @Test
  void correction10_visibilityTimeoutBelowTheFunctionsIsRefused() {
    assertThat(impatientQueue(Endpoint.corrected())).isNotEqualTo("CREATE_COMPLETE");
    assertThat(impatientQueue(Endpoint.stock())).isEqualTo("CREATE_COMPLETE");
  }

  private static String impatientQueue(Endpoint endpoint) {
    return endpoint.stacks.create(
        "impatient",
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Queue:
            Type: AWS::SQS::Queue
            Properties: {VisibilityTimeout: 4}
          Function:
            Type: AWS::Serverless::Function
            Properties:
              {FunctionName: impatient, %s, Events: {Work: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}}}
        """
            .formatted(Stacks.FUNCTION));
  }

  @Test
  void correction13_aBucketOutlivesItsStack() {
    Endpoint corrected = Endpoint.corrected();
    assertThat(bucketThatIsThere(corrected)).isEqualTo("CREATE_COMPLETE");
    corrected.stacks.delete("keep");
    assertThat(
            corrected
                .s3
                .getObjectAsBytes(request -> request.bucket("keep").key("a"))
                .asUtf8String())
        .isEqualTo("tea");

    assertThat(bucketThatIsThere(Endpoint.stock())).isNotEqualTo("CREATE_COMPLETE");
  }

  private static String bucketThatIsThere(Endpoint endpoint) {
    endpoint.s3.createBucket(request -> request.bucket("keep"));
    endpoint.s3.putObject(
        request -> request.bucket("keep").key("a"), RequestBody.fromString("tea"));
    return endpoint.stacks.create(
        "keep",
        """
        Resources:
          Bucket:
            Type: AWS::S3::Bucket
            Properties: {BucketName: keep}
        """);
  }

  @Test
  void correction14_aNumberThatComesFromAParameterIsANumber() {
    assertThat(mappingWithParameter(Endpoint.corrected()))
        .containsPattern("\"MaximumConcurrency\": ?7\\b");
    assertThat(mappingWithParameter(Endpoint.stock()))
        .containsPattern("\"MaximumConcurrency\": ?\"7\"");
  }

  private static String mappingWithParameter(Endpoint endpoint) {
    String template =
        """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          Most: {Type: Number, Default: 7}
        Resources:
          Queue:
            Type: AWS::SQS::Queue
          Function:
            Type: AWS::Serverless::Function
            Properties:
              {FunctionName: numbered, %s, Events: {Work: {Type: SQS, Properties:
                {Queue: !GetAtt Queue.Arn, ScalingConfig: {MaximumConcurrency: !Ref Most}}}}}
        """
            .formatted(Stacks.FUNCTION);
    assertThat(endpoint.stacks.create("numbered", template)).isEqualTo("CREATE_COMPLETE");
    return endpoint.mappings();
  }
}
