package com.aisle.local.host.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client, as the managed Java runtime has it on its class path: nothing
 * else of this host is there, so a function sees its own libraries only.
 *
 * @param classPath its jars
 * @param nativeLibrary its HTTP client. Left to itself, each process would unpack it to one fixed
 *     file in the temp folder and overwrite it under the feet of the others.
 */
record RuntimeClient(String classPath, Path nativeLibrary) {

  /** Finds the client on this host's own class path and unpacks its native library. */
  static RuntimeClient prepare(Path cache) throws IOException {
    String classPath =
        Stream.of(
                AWSLambda.class,
                LambdaLogger.class,
                PojoSerializer.class,
                SdkInternalThreadLocal.class)
            .map(type -> jar(type).toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new RuntimeClient(
        classPath, unpack(cache.resolve("runtime"), jar(AWSLambda.class).getFileName().toString()));
  }

  private static Path jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the jar of " + type, e);
    }
  }

  private static Path unpack(Path folder, String version) throws IOException {
    String name = "libaws-lambda-jni." + platform() + ".so";
    Path library = folder.resolve(version + "-" + name).toAbsolutePath();
    if (Files.exists(library)) {
      return library;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "jni", ".partial");
    try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (in == null) {
        throw new IOException(
            "AWS's runtime interface client has no native library for this machine: " + name);
      }
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String platform() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
    boolean linux = System.getProperty("os.name").equals("Linux");
    return (linux ? "linux" : System.getProperty("os.name"))
        + (musl ? "_musl-" : "-")
        + (arm ? "aarch_64" : "x86_64");
  }
}
