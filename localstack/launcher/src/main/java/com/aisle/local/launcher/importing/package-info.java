/**
 * Brings a file of products into Aisle as a shop does, follows it, and checks that a search finds
 * every product.
 */
@NullMarked
package com.aisle.local.launcher.importing;

import org.jspecify.annotations.NullMarked;
