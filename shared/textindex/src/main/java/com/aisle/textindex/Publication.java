package com.aisle.textindex;

import com.aisle.storage.Condition;
import com.aisle.storage.ConditionFailedException;
import com.aisle.storage.ObjectStore;
import com.aisle.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index in the object store: {@code files/…} and {@code manifests/…}, which never change, and
 * {@code CURRENT}, which holds the key of the manifest that is valid now and is only ever swapped.
 */
record Publication(ObjectStore store, String prefix) {

  static final String CURRENT = "CURRENT";
  static final String MANIFESTS = "manifests/";
  static final String FILES = "files/";

  Publication {
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("the prefix of an index ends with a slash: " + prefix);
    }
  }

  /**
   * What CURRENT holds.
   *
   * @param tag of the object CURRENT
   */
  record Pointer(String manifest, String tag) {
    private static Pointer of(StoredObject object) {
      return new Pointer(new String(object.bytes(), StandardCharsets.UTF_8).strip(), object.tag());
    }
  }

  String key(String relative) {
    return prefix + relative;
  }

  Optional<Pointer> current() {
    return store.get(key(CURRENT)).map(Pointer::of);
  }

  Optional<Pointer> currentIfChanged(Pointer known) {
    return store.getIfChanged(key(CURRENT), known.tag()).map(Pointer::of);
  }

  Manifest manifest(String manifest) {
    return store
        .get(key(manifest))
        .map(object -> Manifest.read(manifest, object.bytes()))
        .orElseThrow(() -> new IndexException("there is no manifest " + key(manifest), null));
  }

  /**
   * Publishes a manifest whose files are all there.
   *
   * @param before what CURRENT must still hold; null when there must be none
   * @throws FencedException when it does not; the version before stays valid
   */
  Pointer publish(Manifest manifest, String manifestKey, @Nullable Pointer before) {
    store.put(key(manifestKey), manifest.write(), Condition.none());
    Condition condition = before == null ? Condition.absent() : Condition.unchanged(before.tag());
    try {
      byte[] pointer = manifestKey.getBytes(StandardCharsets.UTF_8);
      return new Pointer(manifestKey, store.put(key(CURRENT), pointer, condition));
    } catch (ConditionFailedException e) {
      // The store's client may have tried twice because the first answer got lost.
      return current()
          .filter(pointer -> pointer.manifest().equals(manifestKey))
          .orElseThrow(FencedException::new);
    }
  }
}
