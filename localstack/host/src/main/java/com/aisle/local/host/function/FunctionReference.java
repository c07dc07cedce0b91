package com.aisle.local.host.function;

import com.aisle.local.host.endpoint.DeployedFunction;
import com.aisle.local.host.endpoint.EndpointException;
import com.aisle.local.host.endpoint.FunctionCatalog;
import com.aisle.local.host.endpoint.FunctionCatalog.Revision;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A function's name and qualifier, and the pool that they stand for; asks the endpoint again after
 * a while.
 */
final class FunctionReference {
  private static final Logger LOG = Logger.getLogger(FunctionReference.class.getName());
  private static final Duration TRUSTED = Duration.ofSeconds(2);

  /** Finds or makes the pool of a function version. */
  interface Pools {
    FunctionPool poolOf(DeployedFunction function) throws IOException;
  }

  private final String name;
  private final String qualifier;
  private final FunctionCatalog catalog;
  private final Pools pools;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable FunctionPool pool;
  private volatile long askedAt;
  private volatile boolean recheck;

  FunctionReference(String name, String qualifier, FunctionCatalog catalog, Pools pools) {
    this.name = name;
    this.qualifier = qualifier;
    this.catalog = catalog;
    this.pools = pools;
  }

  /**
   * The pool of what is deployed now. One caller asks the endpoint, the others go on with what is
   * known.
   *
   * @throws EndpointException when the function is not there, or was never seen and the endpoint is
   *     away
   */
  FunctionPool current() throws IOException {
    FunctionPool known = pool;
    if (known == null) {
      asking.lock();
    } else if (isTrusted() || !asking.tryLock()) {
      return known;
    }
    try {
      return ask();
    } finally {
      asking.unlock();
    }
  }

  private FunctionPool ask() throws IOException {
    FunctionPool known = pool;
    if (known != null && isTrusted()) {
      return known;
    }
    try {
      if (known == null || !isSame(known.function(), catalog.revision(name, qualifier))) {
        known = pools.poolOf(catalog.load(name, qualifier));
        pool = known;
      }
    } catch (EndpointException e) {
      known = keepUnlessGone(e);
    }
    askedAt = System.nanoTime();
    recheck = false;
    return known;
  }

  private FunctionPool keepUnlessGone(EndpointException failure) throws EndpointException {
    FunctionPool known = pool;
    if (known == null) {
      throw failure;
    }
    if (failure.isNotFound()) {
      known.retire();
      pool = null;
      throw failure;
    }
    LOG.log(
        Level.WARNING,
        "cannot ask what is deployed, going on with what is known: {0}",
        failure.getMessage());
    return known;
  }

  private boolean isTrusted() {
    return !recheck && System.nanoTime() - askedAt < TRUSTED.toNanos();
  }

  private static boolean isSame(DeployedFunction function, Revision revision) {
    return function.version().equals(revision.version())
        && function.revision().equals(revision.id());
  }

  boolean isOf(FunctionPool candidate) {
    return pool == candidate;
  }

  /** Asks the endpoint at the next use. */
  void recheck() {
    recheck = true;
  }
}
