/**
 * Runs deployed functions in warm processes of AWS's own runtime interface client, which talk to
 * the Lambda Runtime API served here. One {@link com.aisle.local.host.function.FunctionPool} for
 * each function version, one process for each event at a time.
 */
@NullMarked
package com.aisle.local.host.function;

import org.jspecify.annotations.NullMarked;
