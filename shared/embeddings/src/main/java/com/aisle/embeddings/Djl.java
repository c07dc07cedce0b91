package com.aisle.embeddings;

import java.nio.file.Path;

/** What DJL reads once, when its first class is used. */
final class Djl {

  private Djl() {}

  /** Keeps DJL off the network and out of the home folder, which a Lambda function cannot write. */
  static void prepare(Path folder) {
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("DJL_CACHE_DIR", folder.toString());
    // Else it looks for PyTorch to calculate with.
    setUnlessSet("ai.djl.onnx.disable_alternative", "true");
  }

  private static void setUnlessSet(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
