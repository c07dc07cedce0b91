package com.aisle.textindex;

import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.TieredMergePolicy;

/** How segments are written and merged. */
final class WriterSettings {

  /**
   * A bigger merge on the path of changes holds them up: under a cap of 256 MB one commit of 100
   * changes in 1.9 million products took 21 seconds and sent 229 MB.
   */
  private static final double SMALL_MB = 64;

  private static final double BIG_MB = 5 * 1024;
  private static final double SEGMENTS_PER_TIER = 8;

  /** The most that the policy takes: replaced products wait for the big merges. */
  private static final double SMALL_MERGES_DELETED_PERCENT = 50;

  private static final double BIG_MERGES_DELETED_PERCENT = 20;
  private static final double BUFFER_MB = 64;

  private WriterSettings() {}

  static IndexWriterConfig config(SnapshotDeletionPolicy commits) {
    return new IndexWriterConfig(IndexFields.analyzer())
        .setMergePolicy(smallMerges())
        .setMergeScheduler(new SerialMergeScheduler())
        .setUseCompoundFile(true)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setIndexDeletionPolicy(commits)
        .setCommitOnClose(false);
  }

  static MergePolicy smallMerges() {
    return policy(SMALL_MB, SMALL_MERGES_DELETED_PERCENT);
  }

  static MergePolicy bigMerges() {
    return policy(BIG_MB, BIG_MERGES_DELETED_PERCENT);
  }

  private static MergePolicy policy(double megabytes, double deletedPercent) {
    TieredMergePolicy policy = new TieredMergePolicy();
    policy.setMaxMergedSegmentMB(megabytes);
    policy.setSegmentsPerTier(SEGMENTS_PER_TIER);
    policy.setDeletesPctAllowed(deletedPercent);
    policy.setNoCFSRatio(1); // one file a segment: fewer objects
    return policy;
  }
}
