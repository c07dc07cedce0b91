/**
 * Packages and deploys a SAM template through the CloudFormation API, as {@code sam deploy} does.
 */
@NullMarked
package com.aisle.local.launcher.deploy;

import org.jspecify.annotations.NullMarked;
