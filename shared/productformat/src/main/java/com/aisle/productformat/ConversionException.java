package com.aisle.productformat;

/** A foreign value cannot be converted. */
final class ConversionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;

  ConversionException(String what) {
    super(what);
    this.what = what;
  }

  String what() {
    return what;
  }
}
