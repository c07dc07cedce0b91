package com.aisle.local.host.gateway;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public keys of token issuers, found as OpenID Connect Discovery 1.0 says and kept. A key that
 * is not known yet makes the issuer be asked again, at most every ten seconds.
 */
final class SigningKeys {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

  private record Keys(Map<String, PublicKey> byId, long fetchedAt) {}

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Map<String, Keys> issuers = new ConcurrentHashMap<>();

  /** An issuer's RSA key; empty when it has none of that id. */
  Optional<PublicKey> find(String issuer, String keyId) throws IOException {
    Keys known = issuers.get(issuer);
    if (known == null || (!known.byId.containsKey(keyId) && isOld(known))) {
      known = new Keys(fetch(issuer), System.nanoTime());
      issuers.put(issuer, known);
    }
    return Optional.ofNullable(known.byId.get(keyId));
  }

  private static boolean isOld(Keys keys) {
    return System.nanoTime() - keys.fetchedAt > ASK_AGAIN.toNanos();
  }

  private Map<String, PublicKey> fetch(String issuer) throws IOException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    JsonNode configuration = get(base + "/.well-known/openid-configuration");
    JsonNode found = get(configuration.path("jwks_uri").asString());
    Map<String, PublicKey> keys = new HashMap<>();
    for (JsonNode key : found.path("keys")) {
      if (key.path("kty").asString("").equals("RSA")) {
        keys.put(key.path("kid").asString(""), rsa(key));
      }
    }
    return keys;
  }

  private JsonNode get(String address) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException(address + " answered " + response.statusCode());
      }
      return mapper.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(address + " was interrupted", e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(address + " is no issuer's document: " + e.getMessage(), e);
    }
  }

  private static PublicKey rsa(JsonNode key) throws IOException {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
    } catch (GeneralSecurityException e) {
      throw new IOException("a key of the issuer is no RSA key", e);
    }
  }

  private static BigInteger number(JsonNode base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asString("")));
  }
}
