package com.aisle.local.launcher;

import com.aisle.local.launcher.deploy.Schema;
import com.aisle.local.launcher.parts.ClickHousePart;
import com.aisle.local.launcher.parts.ValkeyPart;
import com.aisle.local.launcher.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The loopback ports of a local cloud, and what follows from them. */
public record Addresses(
    int awsPort,
    int gatewayPort,
    int hostPort,
    int pineconePort,
    int clickHousePort,
    int valkeyPort) {

  static Addresses choose(LocalCloudOptions options) {
    Path run = options.home().run();
    return new Addresses(
        fixed(options.awsPort(), "AISLE_AWS_PORT", run.resolve("aws.port")),
        fixed(options.gatewayPort(), "AISLE_PORT", run.resolve("gateway.port")),
        Ports.remembered(run.resolve("host.port")),
        Ports.remembered(run.resolve("pinecone.port")),
        Ports.remembered(run.resolve("clickhouse.port")),
        Ports.remembered(run.resolve("valkey.port")));
  }

  private static int fixed(int wanted, String setting, Path file) {
    if (wanted == 0) {
      return Ports.remembered(file);
    }
    Ports.requireFree(wanted, setting);
    return wanted;
  }

  /** The AWS endpoint. */
  public URI aws() {
    return loopback(awsPort);
  }

  /** The HTTP API. */
  public URI gateway() {
    return loopback(gatewayPort);
  }

  /** The function host. */
  public URI host() {
    return loopback(hostPort);
  }

  /** Where the AWS endpoint invokes functions. */
  URI hostInvoke() {
    return host().resolve("/invoke");
  }

  /** Pinecone's control plane. */
  public URI pinecone() {
    return loopback(pineconePort);
  }

  /** The warehouse's HTTP interface. */
  public URI clickHouse() {
    return loopback(clickHousePort);
  }

  /** What {@code ./aisle migrate} needs to reach the warehouse. */
  public Schema.Target warehouse() {
    return new Schema.Target(
        clickHouse().toString(), ClickHousePart.USER, ClickHousePart.PASSWORD, "aisle");
  }

  /** Values for those parameters of the template that differ from AWS. */
  public Map<String, String> parameters() {
    return Map.of(
        "Stage",
        "local",
        "PineconeHost",
        pinecone().toString(),
        "PineconeApiKey",
        "local",
        "ClickHouseUrl",
        clickHouse().toString(),
        "ClickHouseUser",
        ClickHousePart.USER,
        "ClickHousePassword",
        ClickHousePart.PASSWORD);
  }

  /** Lines for the file {@code env}, which other programs read. */
  List<String> environment() {
    return List.of(
        "AISLE_URL=" + gateway(),
        "AISLE_AWS_URL=" + aws(),
        "AWS_ENDPOINT_URL=" + aws(),
        "AWS_ACCESS_KEY_ID=test",
        "AWS_SECRET_ACCESS_KEY=test",
        "AWS_DEFAULT_REGION=" + AwsClients.REGION.id(),
        "AWS_REGION=" + AwsClients.REGION.id(),
        "AISLE_HOST_URL=" + host(),
        "AISLE_PINECONE_HOST=" + pinecone(),
        "AISLE_CLICKHOUSE_URL=" + clickHouse(),
        "CLICKHOUSE_URL=jdbc:clickhouse://127.0.0.1:%d/default?user=%s&password=%s"
            .formatted(clickHousePort, ClickHousePart.USER, ClickHousePart.PASSWORD),
        "REDIS_URL=redis://:%s@127.0.0.1:%d".formatted(ValkeyPart.PASSWORD, valkeyPort));
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
