package com.aisle.messaging;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Calls functions of AWS Lambda. Who uses it adds the SDK's module {@code lambda}. */
public final class LambdaFunctionCaller implements FunctionCaller {

  private final LambdaClient client;

  public LambdaFunctionCaller(LambdaClient client) {
    this.client = client;
  }

  /** A caller with a client of its own, which finds endpoint and credentials by itself. */
  public static LambdaFunctionCaller create() {
    return new LambdaFunctionCaller(
        LambdaClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
  }

  @Override
  public String call(String function, String event) {
    InvokeResponse response;
    try {
      response =
          client.invoke(
              request -> request.functionName(function).payload(SdkBytes.fromUtf8String(event)));
    } catch (SdkException e) {
      throw new FailedException("%s: %s".formatted(function, e.getMessage()));
    }
    if (response.functionError() != null) {
      throw new FailedException("%s: %s".formatted(function, response.payload().asUtf8String()));
    }
    return response.payload().asUtf8String();
  }
}
