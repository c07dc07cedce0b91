package com.aisle.search;

import com.aisle.storage.StorageException;
import com.aisle.textindex.IndexException;
import com.aisle.textindex.NoIndexException;
import com.aisle.web.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered while there is no index to read: 503, try again. */
final class IndexProblems {

  private static final Logger LOGGER = LoggerFactory.getLogger(IndexProblems.class);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private IndexProblems() {}

  static <T> T mapped(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (NoIndexException e) {
      throw ProblemException.unavailable("no product has been indexed yet", RETRY_AFTER);
    } catch (StorageException | IndexException e) {
      LOGGER.error("the index cannot be read", e);
      throw ProblemException.unavailable("the index cannot be read now", RETRY_AFTER);
    }
  }
}
