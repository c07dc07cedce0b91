package com.aisle.local.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aisle.local.host.http.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenID Connect issuer that signs whatever claims a test wants. */
final class TestIssuer implements AutoCloseable {
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final LoopbackServer server = LoopbackServer.bind(0);
  private final KeyPair keys = newKeys();

  TestIssuer() throws IOException {
    server.serve(this::handle);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Claims that are good for an hour, to be changed. */
  ObjectNode claims() {
    long now = System.currentTimeMillis() / 1000;
    return mapper
        .createObjectNode()
        .put("iss", address())
        .put("aud", "aisle")
        .put("sub", "u1")
        .put("scope", "search.read profile")
        .put("exp", now + 3600);
  }

  String sign(ObjectNode claims) {
    return sign("RS256", claims, keys);
  }

  String signWithAnotherKey(ObjectNode claims) {
    return sign("RS256", claims, newKeys());
  }

  String unsigned(ObjectNode claims) {
    return encode("{\"alg\":\"none\",\"kid\":\"k1\"}".getBytes(UTF_8))
        + "."
        + encode(mapper.writeValueAsBytes(claims))
        + ".";
  }

  private String sign(String algorithm, ObjectNode claims, KeyPair pair) {
    String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}";
    String text = encode(header.getBytes(UTF_8)) + "." + encode(mapper.writeValueAsBytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    ObjectNode answer = mapper.createObjectNode();
    if (exchange.getRequestURI().getPath().equals("/.well-known/openid-configuration")) {
      answer.put("issuer", address()).put("jwks_uri", address() + "/keys");
    } else {
      RSAPublicKey key = (RSAPublicKey) keys.getPublic();
      answer
          .putArray("keys")
          .addObject()
          .put("kty", "RSA")
          .put("kid", "k1")
          .put("n", encode(unsigned(key.getModulus())))
          .put("e", encode(unsigned(key.getPublicExponent())));
    }
    LoopbackServer.answer(exchange, 200, mapper.writeValueAsBytes(answer));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
