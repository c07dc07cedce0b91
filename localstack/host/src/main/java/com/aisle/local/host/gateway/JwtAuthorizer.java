package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.aisle.local.host.endpoint.DeployedApi.Authorizer;
import com.aisle.local.host.endpoint.DeployedApi.Route;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks tokens as an HTTP API's JWT authorizer does: RS256, issuer, audience, times, and the
 * route's scopes.
 */
final class JwtAuthorizer {
  private static final Logger LOG = Logger.getLogger(JwtAuthorizer.class.getName());
  private static final String HEADER_SOURCE = "$request.header.";
  private static final String QUERY_SOURCE = "$request.querystring.";

  private final SigningKeys keys;
  private final Clock clock;
  private final JsonMapper mapper = JsonMapper.builder().build();

  JwtAuthorizer(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  Authorization check(Authorizer authorizer, Route route, GatewayRequest request) {
    try {
      String[] token = token(authorizer, request).split("\\.", -1);
      if (token.length != 3 || !isSigned(authorizer, token)) {
        return new Authorization.Unauthorized();
      }
      JsonNode claims = decode(token[1]);
      if (!isMeant(authorizer, claims) || !isTimely(claims)) {
        return new Authorization.Unauthorized();
      }
      List<String> scopes = scopes(claims);
      boolean allowed = route.scopes().isEmpty() || !Collections.disjoint(route.scopes(), scopes);
      return allowed ? new Authorization.Granted(claims, scopes) : new Authorization.Forbidden();
    } catch (JacksonException | IllegalArgumentException | GeneralSecurityException e) {
      LOG.log(Level.FINE, "a token that is none", e);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "the keys of {0} cannot be had: {1}",
          new Object[] {authorizer.issuer(), e.getMessage()});
    }
    return new Authorization.Unauthorized();
  }

  private static String token(Authorizer authorizer, GatewayRequest request) {
    for (String source : authorizer.identitySources()) {
      String value = "";
      if (source.startsWith(HEADER_SOURCE)) {
        value = request.header(source.substring(HEADER_SOURCE.length()).toLowerCase(Locale.ROOT));
      } else if (source.startsWith(QUERY_SOURCE)) {
        value =
            QueryString.parse(request.rawQuery())
                .getOrDefault(source.substring(QUERY_SOURCE.length()), "");
      }
      if (!value.isBlank()) {
        boolean bearer = value.toLowerCase(Locale.ROOT).startsWith("bearer ");
        return (bearer ? value.substring("bearer ".length()) : value).strip();
      }
    }
    return "";
  }

  private boolean isSigned(Authorizer authorizer, String[] token)
      throws IOException, GeneralSecurityException {
    JsonNode header = decode(token[0]);
    if (!header.path("alg").asString("").equals("RS256")) {
      return false;
    }
    Optional<PublicKey> key = keys.find(authorizer.issuer(), header.path("kid").asString(""));
    if (key.isEmpty()) {
      return false;
    }
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key.get());
    signature.update((token[0] + "." + token[1]).getBytes(US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(token[2]));
  }

  private JsonNode decode(String part) {
    return mapper.readTree(Base64.getUrlDecoder().decode(part));
  }

  private static boolean isMeant(Authorizer authorizer, JsonNode claims) {
    if (!claims.path("iss").asString("").equals(authorizer.issuer())) {
      return false;
    }
    JsonNode audience = claims.has("aud") ? claims.path("aud") : claims.path("client_id");
    return authorizer.audience().isEmpty()
        || !Collections.disjoint(authorizer.audience(), words(audience));
  }

  private boolean isTimely(JsonNode claims) {
    long now = clock.instant().getEpochSecond();
    return claims.path("exp").asLong(Long.MAX_VALUE) > now
        && claims.path("nbf").asLong(Long.MIN_VALUE) <= now
        && claims.path("iat").asLong(Long.MIN_VALUE) <= now;
  }

  private static List<String> scopes(JsonNode claims) {
    List<String> scopes = new ArrayList<>(words(claims.path("scope")));
    scopes.addAll(words(claims.path("scp")));
    return scopes.stream().distinct().sorted().toList();
  }

  private static List<String> words(JsonNode claim) {
    if (claim.isArray()) {
      return claim.valueStream().map(item -> item.asString("")).toList();
    }
    String text = claim.asString("");
    return text.isBlank() ? List.of() : List.of(text.split(" +"));
  }
}
