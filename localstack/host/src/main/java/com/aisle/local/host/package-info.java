/**
 * The part of the local cloud that runs the deployed functions and serves the deployed HTTP API:
 * one process, started by {@link com.aisle.local.host.HostMain}. Only what the AWS endpoint says is
 * deployed decides what runs.
 */
@NullMarked
package com.aisle.local.host;

import org.jspecify.annotations.NullMarked;
