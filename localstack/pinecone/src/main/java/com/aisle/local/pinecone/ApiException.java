package com.aisle.local.pinecone;

/** An answer of the control plane that is an error. */
final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ApiException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static ApiException invalid(String message) {
    return new ApiException(400, "INVALID_ARGUMENT", message);
  }

  static ApiException unsupported(String what) {
    return new ApiException(
        501, "UNIMPLEMENTED", "This stand-in for Pinecone does not have " + what);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
