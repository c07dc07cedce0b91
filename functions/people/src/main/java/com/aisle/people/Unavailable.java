package com.aisle.people;

import com.aisle.messaging.PublishException;
import com.aisle.secrets.SecretsException;
import com.aisle.warehouse.WarehouseException;
import com.aisle.web.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that something is away in a way that callers can act on. */
final class Unavailable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Unavailable.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private Unavailable() {}

  static <T> T mapped(Supplier<T> work) {
    try {
      return work.get();
    } catch (WarehouseException e) {
      if (e.kind() == WarehouseException.Kind.INVALID) {
        throw e;
      }
      throw unavailable("the warehouse", e);
    } catch (SecretsException e) {
      throw unavailable("the key of the pseudonyms", e);
    } catch (PublishException e) {
      throw unavailable("the dead letters", e);
    }
  }

  private static ProblemException unavailable(String what, RuntimeException cause) {
    LOGGER.error("{} cannot be reached", what, cause);
    return ProblemException.unavailable(
        "%s cannot be reached now; ask again until you get an answer".formatted(what), TRY_AGAIN);
  }
}
