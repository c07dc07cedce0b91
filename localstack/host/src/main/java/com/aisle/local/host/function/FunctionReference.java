package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.endpoint.EndpointException;
import com.aisle.local.host.endpoint.FunctionCatalog;
import com.aisle.local.host.endpoint.FunctionCatalog.Revision;
import com.aisle.local.host.endpoint.Refreshed;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A function's name and qualifier, and the pool that they stand for now. */
final class FunctionReference {
  private static final Logger LOG = Logger.getLogger(FunctionReference.class.getName());

  /** Finds or makes the pool of a function version. */
  interface Pools {
    FunctionPool poolOf(DeployedFunction function) throws IOException;
  }

  private final String name;
  private final String qualifier;
  private final FunctionCatalog catalog;
  private final Pools pools;
  private final Refreshed<FunctionPool> pool = new Refreshed<>(this::look);

  FunctionReference(String name, String qualifier, FunctionCatalog catalog, Pools pools) {
    this.name = name;
    this.qualifier = qualifier;
    this.catalog = catalog;
    this.pools = pools;
  }

  /**
   * The pool of what is deployed now.
   *
   * @throws EndpointException when the function is not there, or was never seen and the endpoint is
   *     away
   */
  FunctionPool current() throws IOException {
    return pool.current();
  }

  private FunctionPool look(@Nullable FunctionPool known) throws IOException {
    try {
      if (known != null && isSame(known.function(), catalog.revision(name, qualifier))) {
        return known;
      }
      return pools.poolOf(catalog.load(name, qualifier));
    } catch (EndpointException e) {
      return keepUnlessGone(known, e);
    }
  }

  private static FunctionPool keepUnlessGone(
      @Nullable FunctionPool known, EndpointException failure) throws EndpointException {
    if (known == null) {
      throw failure;
    }
    if (failure.isNotFound()) {
      known.retire();
      throw failure;
    }
    LOG.log(
        Level.WARNING,
        "cannot ask what is deployed, going on with what is known: {0}",
        failure.getMessage());
    return known;
  }

  private static boolean isSame(DeployedFunction function, Revision revision) {
    return function.version().equals(revision.version())
        && function.revision().equals(revision.id());
  }

  boolean isOf(FunctionPool candidate) {
    return pool.peek() == candidate;
  }

  /** The deployment may have changed: the next event waits for the endpoint's word. */
  void expire() {
    pool.expire();
  }
}
