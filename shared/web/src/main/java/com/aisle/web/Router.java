package com.aisle.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The function behind an HTTP API: finds the handler of the route that API Gateway matched and
 * turns everything thrown into a problem document. What a handler logs carries the {@code
 * requestId}.
 */
public final class Router implements Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private static final Logger LOGGER = LoggerFactory.getLogger(Router.class);

  private static final String REQUEST_ID = "requestId";

  private final Map<String, Handler> handlers;

  /**
   * A router.
   *
   * @param handlers by route key as the template declares it: {@code GET /v1/products/{id}}
   */
  public Router(Map<String, Handler> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public APIGatewayV2HTTPResponse apply(APIGatewayV2HTTPEvent event) {
    Response response = answer(new Request(event));
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(response.status())
        .withHeaders(response.headers())
        .withBody(response.body())
        .build();
  }

  private Response answer(Request request) {
    MDC.put(REQUEST_ID, request.id());
    try {
      return handler(request).handle(request);
    } catch (ProblemException e) {
      return Response.problem(e.problem().during(request), e.headers());
    } catch (RuntimeException e) {
      LOGGER.error("{} failed, request {}", request.routeKey(), request.id(), e);
      return Response.problem(Problem.internal().during(request), Map.of());
    } finally {
      MDC.remove(REQUEST_ID);
    }
  }

  private Handler handler(Request request) {
    Handler handler = handlers.get(request.routeKey());
    if (handler == null) {
      throw new ProblemException(Problem.notFound("there is no route " + request.routeKey()));
    }
    return handler;
  }
}
