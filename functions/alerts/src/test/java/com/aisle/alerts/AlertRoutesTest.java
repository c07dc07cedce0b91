package com.aisle.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.web.Router;
import com.aisle.web.StaffAccess;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertRoutesTest {

  private static final String DEFINITION =
      """
      {"name":"a","report":"searches","measure":"no_result_rate","condition":{"above":0.2}}""";

  private final Scene scene = new Scene();
  private final Router router = new AlertRoutes(scene.store).router(new StaffAccess(() -> "staff"));

  @Test
  void alert_isMadeReadReplacedAndDeleted() {
    assertThat(send("PUT", "a-1", DEFINITION, Map.of()).getStatusCode()).isEqualTo(201);
    scene.reports.total("0.3");
    scene.run();

    JsonNode read = body(send("GET", "a-1", "", Map.of()));
    assertThat(read.path("definition").path("measure").asString()).isEqualTo("no_result_rate");
    assertThat(read.path("firing").asBoolean()).isTrue();
    assertThat(read.path("value").asString()).isEqualTo("0.3");
    APIGatewayV2HTTPResponse replaced = send("PUT", "a-1", DEFINITION, Map.of());
    assertThat(replaced.getStatusCode()).isEqualTo(200);
    assertThat(body(replaced).path("firing").asBoolean()).as("stands as new").isFalse();
    assertThat(send("DELETE", "a-1", "", Map.of()).getStatusCode()).isEqualTo(204);
    assertThat(send("DELETE", "a-1", "", Map.of()).getStatusCode()).isEqualTo(204);
    assertThat(send("GET", "a-1", "", Map.of()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void list_hasAllInOrder() {
    send("PUT", "b", DEFINITION, Map.of());
    send("PUT", "a", DEFINITION, Map.of());

    JsonNode alerts = body(send("GET", "", "", Map.of())).path("alerts");

    assertThat(alerts.findValuesAsString("id")).containsExactly("a", "b");
  }

  @Test
  void version_thatSomebodyReplaced_isNotOverwritten() {
    String other = DEFINITION.replace("0.2", "0.5");
    String first = tag(send("PUT", "a", DEFINITION, Map.of()));
    String second = tag(send("PUT", "a", other, Map.of("if-match", first)));

    assertThat(second).isNotEqualTo(first);
    assertThat(send("PUT", "a", DEFINITION, Map.of("if-match", first)).getStatusCode())
        .isEqualTo(412);
    assertThat(body(send("GET", "a", "", Map.of())).at("/definition/condition/above").asDouble())
        .isEqualTo(.5);
  }

  @Test
  void wrongDefinitionOrId_isRefused_andNothingKept() {
    assertThat(send("PUT", "a", "{}", Map.of()).getStatusCode()).isEqualTo(400);
    assertThat(send("PUT", "A_b", DEFINITION, Map.of()).getStatusCode()).isEqualTo(400);
    assertThat(send("PUT", "a", " ".repeat(20_000), Map.of()).getStatusCode()).isEqualTo(413);
    assertThat(scene.store.ids()).isEmpty();
  }

  @Test
  void othersThanStaff_areKeptOut() {
    for (String method : List.of("GET", "PUT", "DELETE")) {
      assertThat(send(method, "a", DEFINITION, Map.of("authorization", "Bearer x")).getStatusCode())
          .isEqualTo(401);
    }
    assertThat(scene.store.ids()).isEmpty();
  }

  @Test
  void template_andDescription_haveTheRoutes() throws IOException {
    String template = Files.readString(Path.of("../../template.yaml"));
    String description = Files.readString(Path.of("../../infra/openapi.yaml"));
    for (String route : AlertRoutes.ROUTES) {
      String method = route.substring(0, route.indexOf(' '));
      String path = route.substring(route.indexOf(' ') + 1);
      assertThat(template)
          .containsPattern("Method: %s, Path: \"?\\Q%s\\E\"?}".formatted(method, path));
      assertThat(description).contains("  " + path + ":\n");
    }
  }

  private APIGatewayV2HTTPResponse send(
      String method, String id, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(Map.of("authorization", "Bearer staff"));
    all.putAll(headers);
    return router.apply(
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(method + (id.isEmpty() ? " /v1/alerts" : " /v1/alerts/{id}"))
            .withPathParameters(id.isEmpty() ? Map.of() : Map.of("id", id))
            .withHeaders(all)
            .withBody(body)
            .build());
  }

  private static String tag(APIGatewayV2HTTPResponse response) {
    return response.getHeaders().get("etag");
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    return JsonMapper.shared().readTree(response.getBody());
  }
}
