package com.aisle.local.host.endpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function that an integration invokes.
 *
 * @param qualifier an alias, a version, or {@code $LATEST}
 */
public record FunctionTarget(String name, String qualifier) {
  // arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]/invocations
  private static final Pattern ARN =
      Pattern.compile(":function:([A-Za-z0-9_-]+)(?::([A-Za-z0-9_$-]+))?(?:/invocations)?$");

  static @Nullable FunctionTarget ofIntegration(String uri) {
    Matcher matcher = ARN.matcher(uri);
    if (!matcher.find()) {
      return null;
    }
    String qualifier = matcher.group(2);
    return new FunctionTarget(
        matcher.group(1), qualifier == null ? DeployedFunction.LATEST : qualifier);
  }
}
