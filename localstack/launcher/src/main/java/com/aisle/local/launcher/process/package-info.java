/** Child processes that never outlive the launcher, and the supervisor that restarts them. */
@NullMarked
package com.aisle.local.launcher.process;

import org.jspecify.annotations.NullMarked;
