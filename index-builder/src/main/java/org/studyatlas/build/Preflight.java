package org.studyatlas.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.source.SourceException;
import org.studyatlas.source.SourceInfo;
import org.studyatlas.source.SourceLimits;
import org.studyatlas.source.StudySource;

/** Everything that can be known to go wrong before the first record is read. */
final class Preflight {

  private static final long MB = 1 << 20;
  private static final long MIN_HEAP_BYTES = 200 * MB;
  private static final int MAX_AUTOMATIC_BUFFER_MB = 512;

  private Preflight() {}

  /**
   * Opens the source.
   *
   * @throws UsageException if it is missing or nothing that can be read, or if source and target
   *     were mistaken for each other
   */
  static StudySource openSource(BuildOptions options, InputStream stdin) throws IOException {
    if (Files.exists(options.indexDir()) && !Files.isDirectory(options.indexDir())) {
      throw new UsageException(
          "index directory %s is a file; the index directory comes last, behind the sources"
              .formatted(options.indexDir()));
    }
    for (String source : options.sources()) {
      requireOther(source, options.indexDir());
    }
    try {
      return StudySource.open(options.sources(), stdin, SourceLimits.DEFAULT);
    } catch (SourceException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The next build would take the index for studies. */
  private static void requireOther(String source, Path indexDir) throws UsageException {
    boolean same;
    try {
      same = Files.isDirectory(indexDir) && Files.isSameFile(Path.of(source), indexDir);
    } catch (IOException | InvalidPathException e) {
      return; // whoever opens the source tells what is wrong with it
    }
    if (same) {
      throw new UsageException(
          "index directory %s is the source itself; give another directory, which may lie in it"
              .formatted(indexDir));
    }
  }

  /**
   * Creates the index directory if need be.
   *
   * @throws UsageException if it cannot be created or written
   */
  static IndexDirectory openTarget(Path path) throws UsageException {
    IndexDirectory index = new IndexDirectory(path);
    try {
      DiskSync.createFolders(index.generationsFolder());
      Files.deleteIfExists(Files.createTempFile(path, ".writable-", ""));
    } catch (IOException e) {
      throw new UsageException(
          "index directory %s cannot be written (%s); give a directory that this user may write"
              .formatted(path, reason(e)),
          e);
    }
    return index;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access denied to " + denied.getFile();
      case FileSystemException f when f.getReason() == null -> "at " + f.getFile();
      default -> String.valueOf(e.getMessage());
    };
  }

  /**
   * Compares what the build needs with what there is.
   *
   * @throws UsageException if the RAM buffer does not fit into the heap
   * @throws IOException if heap or disk are too small
   */
  static BuildPlan plan(BuildOptions options, SourceInfo source, IndexDirectory index)
      throws IOException {
    long heap = Runtime.getRuntime().maxMemory();
    BuildPlan plan =
        new BuildPlan(
            names(source),
            source.totalBytes().orElse(-1),
            source.expectedRecords().orElse(-1),
            index.path(),
            findCurrentName(index),
            Files.getFileStore(index.path()).getUsableSpace(),
            DiskNeed.estimate(source),
            heap,
            options.threads(),
            ramBufferMb(options, heap));
    requireDisk(plan);
    return plan;
  }

  /** Names without folders: the index may go to people who need not know where it was built. */
  private static String names(SourceInfo source) {
    return source.names().stream()
        .map(name -> name.replaceAll("/+$", "").replaceAll("^.*/", ""))
        .collect(Collectors.joining(", "));
  }

  private static int ramBufferMb(BuildOptions options, long heap) throws IOException {
    if (heap < MIN_HEAP_BYTES) {
      throw new IOException(
          "heap of %d MB is too small: start Java with at least -Xmx256m, for the whole registry -Xmx1g"
              .formatted(heap / MB));
    }
    if (options.ramBufferMb() > heap / MB / 2) {
      throw new UsageException(
          "RAM buffer of %d MB is more than half of the heap of %d MB; give a smaller --ram-buffer or a larger -Xmx"
              .formatted(options.ramBufferMb(), heap / MB));
    }
    return options.ramBufferMb() > 0
        ? options.ramBufferMb()
        : (int) Math.min(MAX_AUTOMATIC_BUFFER_MB, heap / MB * 3 / 8);
  }

  private static void requireDisk(BuildPlan plan) throws IOException {
    if (plan.neededBytes() > plan.freeBytes()) {
      throw new IOException(
          "too little disk space: the index needs about %d MB, %s has %d MB free; free some space or give another directory"
              .formatted(plan.neededBytes() / MB, plan.indexDir(), plan.freeBytes() / MB));
    }
  }

  private static String findCurrentName(IndexDirectory index) {
    try {
      return index.findCurrent().map(Generation::name).orElse("");
    } catch (IOException e) {
      // A damaged CURRENT is what a new build repairs.
      return "";
    }
  }
}
