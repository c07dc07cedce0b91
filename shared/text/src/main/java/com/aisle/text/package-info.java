/**
 * One analysis of text for products, queries, rules and suggestions: folding, tokens, stems,
 * scripts.
 */
@NullMarked
package com.aisle.text;

import org.jspecify.annotations.NullMarked;
