/**
 * The words of the shop that every other room speaks: products, money, locales and the filter
 * language. Knows no library but the JDK.
 */
@NullMarked
package com.aisle.catalog;

import org.jspecify.annotations.NullMarked;
