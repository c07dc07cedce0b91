/**
 * What is deployed, read from the AWS endpoint: functions, the HTTP API; and its CloudWatch Logs.
 */
@NullMarked
package com.aisle.local.host.endpoint;

import org.jspecify.annotations.NullMarked;
