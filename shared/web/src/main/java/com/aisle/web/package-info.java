/**
 * HTTP as API Gateway's HTTP APIs hand it to a function (payload format 2.0): routing, typed query
 * parameters, problem documents (RFC 9457).
 */
@NullMarked
package com.aisle.web;

import org.jspecify.annotations.NullMarked;
