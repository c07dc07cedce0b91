package com.aisle.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.aisle.reports.KnownShop.State;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handler class that Lambda calls, with an event as API Gateway sends it. */
class ReportsInvokerIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void report_beforeAndAfterASnapshot() throws IOException {
    Shop shop = KnownShops.in(State.HALF);
    ReportsTestApplication.shop = shop;
    System.setProperty("MAIN_CLASS", ReportsTestApplication.class.getName());
    FunctionInvoker invoker = new FunctionInvoker();
    byte[] event = Files.readAllBytes(Path.of("../../events/report.json"));

    assertThat(rows(invoker, event)).isEqualTo(7);

    SnapshotHooks hooks = new SnapshotHooks(shop.function);
    hooks.beforeCheckpoint(Core.getGlobalContext());
    hooks.afterRestore(Core.getGlobalContext());
    shop.time.advance(Duration.ofSeconds(5));
    assertThat(rows(invoker, event)).isEqualTo(7);
  }

  private static int rows(FunctionInvoker invoker, byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    invoker.handleRequest(new ByteArrayInputStream(event), out, null);
    APIGatewayV2HTTPResponse response =
        JSON.readValue(out.toByteArray(), APIGatewayV2HTTPResponse.class);
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    JsonNode answer = JSON.readTree(response.getBody());
    assertThat(answer.path("staleSince").isNull()).isTrue();
    return answer.path("rows").size();
  }
}
