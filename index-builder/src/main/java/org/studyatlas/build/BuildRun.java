package org.studyatlas.build;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import org.studyatlas.mapping.Recency;
import org.studyatlas.schema.FormatVersion;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.source.SourceInfo;
import org.studyatlas.source.StudySource;
import org.studyatlas.verify.IndexVerifier;
import org.studyatlas.verify.Verification;

/** One build, from an empty workspace to a published generation. Used once, by one thread. */
final class BuildRun {

  /**
   * What a build works with.
   *
   * @param options what to build
   * @param plan checked against disk and heap
   * @param source of the records, open
   * @param index the directory, locked
   * @param workspace empty
   */
  record Setting(
      BuildOptions options,
      BuildPlan plan,
      StudySource source,
      IndexDirectory index,
      Workspace workspace) {}

  /** Sizes of what was written, and the time that the statistics took. */
  private record Written(
      long luceneBytes, long recordBytes, long namesBytes, long statsBytes, long statsMillis) {

    static final Written NOTHING = new Written(0, 0, 0, 0, 0);

    static Written of(Generation generation, long statsMillis) throws IOException {
      return new Written(
          FileTree.size(generation.lucene()),
          FileTree.size(generation.records()),
          FileTree.size(generation.names()),
          FileTree.size(generation.stats()),
          statsMillis);
    }
  }

  private final Setting setting;
  private final BuildProgress progress;
  private final StopSignal stop;
  private final BuildListener listener;
  private final PhaseClock clock;
  private final KeptStudies kept = new KeptStudies();
  private final ProblemLog problems = new ProblemLog();
  private final Publisher publisher;

  BuildRun(
      Setting setting,
      BuildProgress progress,
      StopSignal stop,
      BuildListener listener,
      PhaseClock clock) {
    this.setting = setting;
    this.progress = progress;
    this.stop = stop;
    this.listener = listener;
    this.clock = clock;
    publisher = new Publisher(setting.index());
  }

  BuildResult run() throws IOException {
    Generation unpublished = setting.workspace().generation();
    IndexManifest manifest;
    long statsMillis;
    try (GenerationWriter writer =
        new GenerationWriter(
            unpublished, setting.plan().threads(), setting.plan().ramBufferMb(), stop)) {
      clock.start(BuildPhase.INDEX);
      manifest = index(writer);
      Optional<String> refusal =
          Refusal.find(setting.options(), manifest.counts(), setting.plan().sourceName());
      if (refusal.isPresent()) {
        clock.stop();
        return new BuildResult.TooManyRejected(
            refusal.get(), report("", manifest, Written.NOTHING));
      }
      warnOfFuture(manifest.dataTimestamp());
      clock.start(BuildPhase.MERGE);
      statsMillis = writer.finish();
    }
    clock.start(BuildPhase.VERIFY);
    DiskSync.write(unpublished.manifestFile(), manifest.toJson());
    verify(unpublished);
    stop.throwFailure();
    return publish(unpublished, manifest, Written.of(unpublished, statsMillis));
  }

  /** Indexes the source, whose digest is computed beside it. */
  private IndexManifest index(GenerationWriter writer) throws IOException {
    BackgroundTask<String> digest = BackgroundTask.start("source-digest", setting.source()::sha256);
    try {
      IndexingThreads.run(
          new StudyIndexer.Shared(
              setting.source(),
              writer,
              kept,
              problems,
              progress,
              stop,
              setting.options().strict()));
      // What was not read to its end has no digest: that of a pipe would be waited for for ever.
      return manifest(stop.stopped() ? "" : digest.await(), writer.recordsBytes());
    } finally {
      digest.stop();
    }
  }

  private IndexManifest manifest(String sourceSha256, long recordsBytes) throws IOException {
    KeptStudies.Totals totals = kept.totals();
    BuildProgress.Snapshot seen = progress.snapshot();
    IndexManifest.Counts counts =
        new IndexManifest.Counts(
            seen.read(),
            totals.studies(),
            seen.rejected(),
            seen.duplicates(),
            totals.sites(),
            totals.sitesWithPoint());
    if (counts.read() != counts.indexed() + counts.rejected() + counts.duplicates()) {
      throw new IllegalStateException("counts do not add up, records were lost: " + counts);
    }
    requireAll(seen.read());
    return new IndexManifest(
        FormatVersion.CURRENT,
        BuilderVersion.get(),
        Version.LATEST.toString(),
        dataTimestamp(totals, setting.source().info()),
        Instant.now(),
        counts,
        new IndexManifest.Source(
            setting.plan().sourceName(), setting.source().bytesRead(), sourceSha256),
        recordsBytes,
        totals.digest());
  }

  /** A source that knows how many records it has must have handed out all of them. */
  private void requireAll(long read) throws IOException {
    long expected = setting.plan().expectedRecords();
    if (expected >= 0 && expected != read && !stop.stopped()) {
      throw new IOException(
          "%s holds %d records, but %d were read; is it being written to?"
              .formatted(setting.plan().sourceName(), expected, read));
    }
  }

  private LocalDateTime dataTimestamp(KeptStudies.Totals totals, SourceInfo info) {
    LocalDateTime given = setting.options().dataTimestamp();
    if (given != null) {
      return given;
    }
    if (totals.newestSnapshotDay() != Recency.UNKNOWN) {
      return LocalDate.ofEpochDay(totals.newestSnapshotDay()).atStartOfDay();
    }
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    return info.newestModification()
        .map(modified -> LocalDate.ofInstant(modified, ZoneOffset.UTC))
        .filter(BuildOptions::isNameable) // file systems can hold any year
        .orElse(today)
        .atStartOfDay();
  }

  /** A single record with a wrong day dates the whole index. */
  private void warnOfFuture(LocalDateTime dataTimestamp) {
    if (dataTimestamp.isAfter(LocalDateTime.now(ZoneOffset.UTC).plusDays(1))) {
      listener.noted(
          "the data are dated %s, which is in the future; if a record is wrong, give --data-timestamp"
              .formatted(dataTimestamp));
    }
  }

  private static void verify(Generation unpublished) throws IOException {
    Verification verification = IndexVerifier.verifyUnpublished(unpublished);
    if (!verification.sound()) {
      throw new IOException(
          "the new index failed its check, nothing was published: "
              + verification.differences().getFirst());
    }
  }

  private BuildResult publish(Generation unpublished, IndexManifest manifest, Written written)
      throws IOException {
    String name = publisher.nextName(manifest.dataTimestamp().toLocalDate());
    clock.start(BuildPhase.PUBLISH);
    DiskSync.write(unpublished.report(), report(name, manifest, written).toJson());
    Generation previous = findCurrent();
    Generation published = publisher.publish(setting.workspace(), name);
    deleteOld(published, previous);
    clock.stop();
    return new BuildResult.Published(published, report(name, manifest, written));
  }

  private @Nullable Generation findCurrent() {
    try {
      return setting.index().findCurrent().orElse(null);
    } catch (IOException e) {
      listener.noted("replaced a damaged CURRENT: " + e.getMessage());
      return null;
    }
  }

  private void deleteOld(Generation published, @Nullable Generation previous) {
    try {
      List<String> deleted = publisher.deleteOld(published, previous, setting.options().keep());
      deleted.forEach(name -> listener.noted("removed generation " + name));
    } catch (IOException e) {
      // The new index is in service already; what is left takes space, no more.
      listener.noted("could not remove old generations: " + e);
    }
  }

  private BuildReport report(String generation, IndexManifest manifest, Written written) {
    BuildPlan plan = setting.plan();
    return new BuildReport(
        generation,
        manifest.dataTimestamp(),
        manifest.source(),
        manifest.counts(),
        setting.source().ignored(),
        problems.problems(),
        clock.times(),
        new BuildReport.Resources(
            plan.threads(),
            plan.ramBufferMb(),
            plan.heapBytes(),
            PhaseClock.peakHeapBytes(),
            progress.rawBytes(),
            written.luceneBytes(),
            written.recordBytes(),
            written.namesBytes(),
            written.statsBytes(),
            written.statsMillis()));
  }
}
