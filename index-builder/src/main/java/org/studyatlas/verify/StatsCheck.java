package org.studyatlas.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.studyatlas.mapping.MappedStudy;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.stats.StatsCollector;
import org.studyatlas.stats.StatsFile;

/** Checks the statistics: are they readable, and the same if they are computed again? */
final class StatsCheck implements Closeable {

  /** Where the statistics are computed again. */
  private record Again(Path folder, StatsCollector collector) {}

  private final @Nullable Again again;

  /** Prepares to compute them again if the check is deep. */
  StatsCheck(Depth depth) {
    again =
        switch (depth) {
          case QUICK -> null;
          case DEEP -> begin();
        };
  }

  private static Again begin() {
    try {
      Path folder = Files.createTempDirectory("studyatlas-verify-");
      return new Again(folder, new StatsCollector(folder));
    } catch (IOException e) {
      throw noTemporaryFiles(e);
    }
  }

  /** Takes a study of the index. */
  void add(MappedStudy study, RecordPointer record) {
    if (again != null) {
      try {
        again.collector().add(study, record);
      } catch (IOException e) {
        throw noTemporaryFiles(e);
      }
    }
  }

  /** Compares; to be called when all studies were taken and none of them was damaged. */
  void check(Generation generation, RecordStore store, long studies, Findings findings) {
    try (StatsFile stats = StatsFile.open(generation.stats())) {
      findings.expectEqual("studies in the statistics", studies, stats.totalStudies());
      if (again != null) {
        compare(stats, again, store, findings);
      }
    } catch (IOException e) {
      findings.add("statistics", "readable", String.valueOf(e.getMessage()));
    }
  }

  private static void compare(StatsFile stats, Again again, RecordStore store, Findings findings)
      throws IOException {
    Path file = again.folder().resolve("stats.json");
    try {
      write(again, store, file);
      try (StatsFile expected = StatsFile.open(file)) {
        for (String name : expected.listDifferences(stats)) {
          findings.add("statistics: " + name, "as computed again", "different");
        }
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void write(Again again, RecordStore store, Path file) {
    try {
      again.collector().write(store, file);
    } catch (IOException e) {
      throw noTemporaryFiles(e);
    }
  }

  private static UncheckedIOException noTemporaryFiles(IOException e) {
    return new UncheckedIOException(
        "the check needs temporary files, a quarter of the JSON's size, which cannot be written below %s (%s); name another folder by -Djava.io.tmpdir"
            .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
        e);
  }

  @Override
  public void close() throws IOException {
    if (again != null) {
      again.collector().close();
      Files.deleteIfExists(again.folder());
    }
  }
}
