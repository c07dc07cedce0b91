package com.aisle.web;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {

  /**
   * The answer to this request.
   *
   * @throws ProblemException to answer with that problem; anything else thrown is answered with 500
   */
  Response handle(Request request);
}
