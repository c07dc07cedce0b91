package com.aisle.local.launcher;

import com.aisle.local.launcher.deploy.Deployment;
import com.aisle.local.launcher.deploy.Schema;
import com.aisle.local.launcher.fetch.Servers;
import com.aisle.local.launcher.parts.AwsPart;
import com.aisle.local.launcher.parts.ClickHousePart;
import com.aisle.local.launcher.parts.HostPart;
import com.aisle.local.launcher.parts.Part;
import com.aisle.local.launcher.parts.PineconePart;
import com.aisle.local.launcher.parts.ValkeyPart;
import com.aisle.local.launcher.process.LeftOvers;
import com.aisle.local.launcher.process.PartStatus;
import com.aisle.local.launcher.process.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole local cloud inside this JVM's care: its parts are child processes that end with this
 * JVM at the latest. Parts that die are started again; if the AWS endpoint lost its state that way,
 * the template is deployed again.
 */
public final class LocalCloud implements AutoCloseable {
  /** Names of the parts, in the order in which they are shown. */
  public static final List<String> PARTS =
      List.of(AwsPart.NAME, HostPart.NAME, PineconePart.NAME, ClickHousePart.NAME, ValkeyPart.NAME);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LocalCloudOptions options;
  private final Home home;
  private final FileChannel lock;
  private final Addresses addresses;
  private final Supervisor supervisor;
  private volatile @Nullable Map<String, String> asked;
  private volatile Map<String, String> deployed = Map.of();

  private LocalCloud(LocalCloudOptions options, FileChannel lock) {
    this.options = options;
    this.home = options.home();
    this.lock = lock;
    this.addresses = Addresses.choose(options);
    this.supervisor = new Supervisor(home, parts(), options.progress(), this::afterRestart);
  }

  /** Starts every part and returns when all are healthy. Nothing is deployed yet. */
  public static LocalCloud start(LocalCloudOptions options) {
    FileChannel lock = lock(options.home());
    try {
      for (String name : LeftOvers.stop(options.home())) {
        options.progress().report(name, "was left over by a launcher that was killed; stopped");
      }
      LocalCloud cloud = new LocalCloud(options, lock);
      cloud.supervisor.startAll();
      cloud.writeEnvironment(Map.of());
      return cloud;
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private static FileChannel lock(Home home) {
    try {
      Path file = home.run().resolve("lock");
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return channel;
      }
      channel.close();
      throw new LauncherException(
          "a local cloud is running in " + home.folder() + " already. Stop it with: ./aisle down");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Part> parts() {
    Servers servers = new Servers(options.cache(), options.progress());
    Path checkout = options.checkout();
    Path packages = options.cache().folder().resolve("functions");
    List<Part> parts = new ArrayList<>();
    parts.add(AwsPart.create(home, servers, addresses.awsPort(), addresses.hostInvoke(), Set.of()));
    parts.add(
        HostPart.create(
            home,
            checkout,
            addresses.aws(),
            packages,
            addresses.hostPort(),
            addresses.gatewayPort(),
            options.debug()));
    parts.add(
        PineconePart.create(home, checkout, addresses.pineconePort(), options.pineconeFaults()));
    if (options.warehouse()) {
      if (Servers.hasClickHouse()) {
        parts.add(
            ClickHousePart.create(home, servers::clickHouseLibrary, addresses.clickHousePort()));
      }
      parts.add(ValkeyPart.create(home, servers, addresses.valkeyPort()));
    }
    return parts;
  }

  /** Where everything is. */
  public Addresses addresses() {
    return addresses;
  }

  /** How every part is. */
  public List<PartStatus> status() {
    return supervisor.status();
  }

  /**
   * Brings the warehouse to the checkout's schema and deploys the checkout's template.
   *
   * @param extra parameters besides the local ones, or other values for them
   * @return the stack's outputs
   */
  public Map<String, String> deploy(Map<String, String> extra) {
    asked = Map.copyOf(extra);
    if (options.warehouse() && Servers.hasClickHouse()) {
      new Schema(options.checkout(), options.progress()).migrate(addresses.warehouse());
    }
    deployAgain(extra);
    return deployed;
  }

  /** What is known of the past by now counts, not what was at the first deployment. */
  private void deployAgain(Map<String, String> extra) {
    deployed = deployment().deploy(new LoadedPast(home).parameters(addresses, extra));
    writeEnvironment(deployed);
    reloadHost();
  }

  /** The outputs of this cloud's newest deployment: an endpoint that was killed has others. */
  public Map<String, String> deployed() {
    return deployed;
  }

  private void writeEnvironment(Map<String, String> outputs) {
    List<String> lines = new ArrayList<>(addresses.environment());
    StaffToken.read(addresses.aws(), outputs)
        .ifPresent(token -> lines.add("AISLE_STAFF_TOKEN=" + token));
    try {
      Files.write(home.environmentFile(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The outputs of the deployed stack, empty if there is none. */
  public Optional<Map<String, String>> outputs() {
    return deployment().outputs();
  }

  /** Stops a part (a name of {@link #PARTS}) until it is started again. */
  public void stop(String part) {
    supervisor.stop(part);
  }

  /** Starts a part that was stopped and returns when it is healthy. */
  public void start(String part) {
    supervisor.start(part);
    afterRestart(part);
  }

  /** Kills a part as {@code kill -9} does. It is started again by itself. */
  public void kill(String part) {
    supervisor.kill(part);
  }

  private Deployment deployment() {
    return new Deployment(
        options.checkout().resolve("template.yaml"),
        addresses.aws(),
        home.run().resolve("deployed"),
        options.progress());
  }

  private synchronized void afterRestart(String part) {
    if (!part.equals(AwsPart.NAME)) {
      return;
    }
    Map<String, String> extra = asked;
    if (extra == null) {
      reloadHost();
    } else {
      deployAgain(extra);
    }
  }

  /** The host would see the new deployment by itself a little later. */
  private void reloadHost() {
    HttpRequest request =
        HttpRequest.newBuilder(addresses.host().resolve("/reload"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      options.progress().report(HostPart.NAME, "did not take the news of the deployment: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops every part and lets go of the folder. */
  @Override
  public void close() {
    supervisor.close();
    release(lock);
  }
}
