package com.aisle.local.launcher.parts;

import com.aisle.local.launcher.Home;
import com.aisle.local.launcher.process.Health;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stand-in for Pinecone. */
public final class PineconePart {
  /** Name of the part. */
  public static final String NAME = "pinecone";

  private PineconePart() {}

  /** The stand-in of the checkout, on {@code port}; {@code faults} are its options for bad days. */
  public static Part create(Home home, Path checkout, int port, List<String> faults) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--port", Integer.toString(port), "--data", home.data(NAME).toString()));
    arguments.addAll(faults);
    // Lucene reads vectors fastest with the vector module.
    List<String> options =
        List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED");
    return new Part(
        NAME,
        port,
        () ->
            JavaPrograms.module(
                checkout.resolve("localstack/pinecone"),
                options,
                "com.aisle.local.pinecone.PineconeMain",
                arguments),
        Map.of(),
        Health.http(port, "/_health"));
  }
}
