package com.aisle.local.host.endpoint;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to the endpoint's CloudWatch Logs; groups and streams come into being as they are needed.
 */
public final class CloudWatchLogs {
  private final AwsEndpoint endpoint;

  /** The logs of an endpoint. */
  public CloudWatchLogs(AwsEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Appends events, oldest first; at most 10,000 and about 1 MB, AWS's limits of one call. */
  public void put(String group, String stream, List<LogEvent> events) throws EndpointException {
    ObjectNode body = named(group, stream);
    for (LogEvent event : events) {
      body.withArray("logEvents")
          .addObject()
          .put("timestamp", event.timestamp())
          .put("message", event.message());
    }
    try {
      call("PutLogEvents", body);
    } catch (EndpointException e) {
      if (!isNamed(e, "ResourceNotFoundException")) {
        throw e;
      }
      create("CreateLogGroup", JsonNodeFactory.instance.objectNode().put("logGroupName", group));
      create("CreateLogStream", named(group, stream));
      call("PutLogEvents", body);
    }
  }

  private void create(String operation, ObjectNode body) throws EndpointException {
    try {
      call(operation, body);
    } catch (EndpointException e) {
      if (!isNamed(e, "ResourceAlreadyExistsException")) {
        throw e;
      }
    }
  }

  private void call(String operation, ObjectNode body) throws EndpointException {
    endpoint.call("logs", "Logs_20140328." + operation, body);
  }

  private static ObjectNode named(String group, String stream) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("logGroupName", group)
        .put("logStreamName", stream);
  }

  private static boolean isNamed(EndpointException failure, String name) {
    return String.valueOf(failure.getMessage()).contains(name);
  }
}
