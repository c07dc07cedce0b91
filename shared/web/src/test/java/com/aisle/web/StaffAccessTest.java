package com.aisle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffAccessTest {

  private static final String ROUTE = "GET /v1/alerts";

  @ParameterizedTest
  @ValueSource(strings = {"Bearer s3cret", "bearer s3cret", "Bearer  s3cret "})
  void request_withTheToken_reachesItsHandler(String header) {
    assertThat(ask(() -> "s3cret", header).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "Basic s3cret", "Bearer"})
  void request_withoutToken_isToldHowToAuthenticate(String header) {
    APIGatewayV2HTTPResponse answer = ask(() -> "s3cret", header);

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getHeaders())
        .containsEntry("www-authenticate", "Bearer realm=\"Aisle staff\"")
        .containsEntry("content-type", "application/problem+json; charset=utf-8");
    assertThat(answer.getBody()).contains("urn:aisle:problem:unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer s3cre", "Bearer s3crets", "Bearer S3CRET", "Bearer ", "Bearer ü"})
  void request_withAnotherToken_isUnauthorized(String header) {
    APIGatewayV2HTTPResponse answer = ask(() -> "s3cret", header);

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getHeaders().get("www-authenticate")).contains("invalid_token");
    assertThat(answer.getBody()).doesNotContain("s3cret");
  }

  @Test
  void token_thatWasRotated_isInForceAtOnce() {
    AtomicReference<String> token = new AtomicReference<>("old");
    StaffAccess access = new StaffAccess(token::get);
    assertThat(ask(access, "Bearer old").getStatusCode()).isEqualTo(200);

    token.set("new");

    assertThat(ask(access, "Bearer old").getStatusCode()).isEqualTo(401);
    assertThat(ask(access, "Bearer new").getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Bearer x"})
  void token_thatIsBlank_letsNobodyIn(String header) {
    assertThat(ask(() -> " ", header).getStatusCode()).isEqualTo(503);
  }

  @Test
  void token_thatCannotBeRead_isNotTheCallersFault() {
    APIGatewayV2HTTPResponse answer =
        ask(
            () -> {
              throw new IllegalStateException("no access to arn:aws:secret");
            },
            "Bearer x");

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders()).containsEntry("retry-after", "5");
    assertThat(answer.getBody()).doesNotContain("arn:aws");
  }

  private static APIGatewayV2HTTPResponse ask(Supplier<String> token, String header) {
    return ask(new StaffAccess(token), header);
  }

  private static APIGatewayV2HTTPResponse ask(StaffAccess access, String header) {
    Handler guarded = access.guard(request -> Response.json(200, Map.of()));
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey(ROUTE)
            .withHeaders(header.isEmpty() ? Map.of() : Map.of("authorization", header))
            .build();
    return new Router(Map.of(ROUTE, guarded)).apply(event);
  }
}
