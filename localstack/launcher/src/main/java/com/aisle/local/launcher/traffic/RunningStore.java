package com.aisle.local.launcher.traffic;

import com.aisle.local.launcher.AwsClients;
import com.aisle.local.launcher.LauncherException;
import com.aisle.local.launcher.shop.EventsApi;
import com.aisle.local.launcher.shop.Sender;
import com.aisle.local.launcher.shop.Shopper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API and the bus of a running cloud. */
final class RunningStore implements Store, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI api;
  private final EventsApi events;
  private final EventBridgeClient bridge;
  private final String bus;

  RunningStore(URI api, URI aws, String bus) {
    this.api = api;
    this.events = new EventsApi(api);
    this.bridge = AwsClients.client(EventBridgeClient.builder(), aws);
    this.bus = bus;
  }

  @Override
  public JsonNode search(
      Sender sender, Shopper shopper, String session, String query, String locale) {
    URI address =
        api.resolve(
            "/v1/search?size=10&locale=%s&q=%s"
                .formatted(locale, URLEncoder.encode(query, StandardCharsets.UTF_8)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("user-agent", sender.device().userAgent())
            .header("cloudfront-viewer-country", sender.country())
            .header("x-aisle-client", shopper.client())
            .header("x-aisle-session", session);
    shopper.user().ifPresent(user -> request.header("x-aisle-user", user));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new LauncherException(
            "%s answered %d: %s".formatted(address, response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new LauncherException("%s does not answer: %s".formatted(address, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  @Override
  public JsonNode post(Sender sender, List<ObjectNode> batch) {
    return events.post(sender, batch);
  }

  @Override
  public void order(ObjectNode order) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source("shop")
            .detailType("OrderPlaced")
            .detail(order.toString())
            .build();
    try {
      PutEventsResponse response = bridge.putEvents(put -> put.entries(entry));
      if (response.failedEntryCount() > 0) {
        throw new LauncherException("the bus refuses an order: " + response.entries());
      }
    } catch (SdkException e) {
      throw new LauncherException("the bus %s does not answer: %s".formatted(bus, e), e);
    }
  }

  @Override
  public void close() {
    client.close();
    events.close();
    bridge.close();
  }
}
