package com.aisle.imports;

import org.jspecify.annotations.Nullable;

/**
 * The wish that a file be imported.
 *
 * @param key of the file in the bucket
 * @param importId the running import that is to be continued; null when the file has just come
 */
record ImportRequest(String key, @Nullable String importId) {}
