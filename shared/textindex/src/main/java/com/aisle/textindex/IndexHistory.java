package com.aisle.textindex;

import com.aisle.storage.ObjectStore;
import com.aisle.storage.ObjectSummary;
import com.aisle.textindex.Publication.Pointer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The versions that the object store still has, and the way back to one of them. */
public final class IndexHistory {

  private final Publication publication;
  private final Clock clock;
  private final Supplier<String> ids;

  IndexHistory(Publication publication, Clock clock, Supplier<String> ids) {
    this.publication = publication;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @param prefix of the index's keys, ends with a slash: {@code index/}
   * @param ids never the same twice
   */
  public IndexHistory(ObjectStore store, String prefix, Clock clock, Supplier<String> ids) {
    this(new Publication(store, prefix), clock, ids);
  }

  /** Every version that was ever valid or meant to be and has not been collected, latest first. */
  public List<IndexVersion> versions() {
    return manifests().reversed().stream()
        .map(this::relative)
        .map(key -> publication.manifest(key).version(key))
        .toList();
  }

  /**
   * Makes an earlier version valid again, as a new version. A writer that is open is fenced by it.
   *
   * @param manifest as in {@link IndexVersion}
   * @throws NoIndexException when none has been published yet
   * @throws FencedException when a writer has published in this very moment
   */
  public IndexVersion rollBackTo(String manifest) {
    Pointer current =
        publication
            .current()
            .orElseThrow(() -> new NoIndexException(publication.key(Publication.CURRENT)));
    Manifest earlier = publication.manifest(manifest);
    Manifest again =
        new Manifest(
            earlier.format(),
            publication.manifest(current.manifest()).generation() + 1,
            ids.get(),
            clock.instant(),
            earlier.products(),
            earlier.files());
    String key = again.key(ids.get());
    publication.publish(again, key, current);
    return again.version(key);
  }

  int collectGarbage(int generations, Duration minimumAge) {
    Instant limit = clock.instant().minus(minimumAge);
    List<ObjectSummary> manifests = manifests();
    Set<String> kept = new HashSet<>();
    publication.current().ifPresent(pointer -> kept.add(publication.key(pointer.manifest())));
    for (int i = 0; i < manifests.size(); i++) {
      boolean recent = i >= manifests.size() - generations;
      if (recent || !manifests.get(i).lastModified().isBefore(limit)) {
        kept.add(manifests.get(i).key());
      }
    }
    Set<String> named = new HashSet<>(kept);
    for (String key : kept) {
      publication
          .manifest(key.substring(publication.prefix().length()))
          .files()
          .forEach(file -> named.add(publication.key(file.key())));
    }
    return delete(manifests, named, limit);
  }

  /** Young files are left: a writer may be about to name them. */
  private int delete(List<ObjectSummary> manifests, Set<String> named, Instant limit) {
    List<ObjectSummary> candidates = new ArrayList<>(manifests);
    candidates.addAll(publication.store().list(publication.key(Publication.FILES)).toList());
    List<String> garbage =
        candidates.stream()
            .filter(object -> !named.contains(object.key()))
            .filter(object -> object.lastModified().isBefore(limit))
            .map(ObjectSummary::key)
            .toList();
    publication.store().delete(garbage);
    return garbage.size();
  }

  private List<ObjectSummary> manifests() {
    return publication.store().list(publication.key(Publication.MANIFESTS)).toList();
  }

  private String relative(ObjectSummary object) {
    return object.key().substring(publication.prefix().length());
  }
}
