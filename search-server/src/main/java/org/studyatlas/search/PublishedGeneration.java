package org.studyatlas.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;

/**
 * What {@code CURRENT} names at one moment. An index that was deleted and built again may use the
 * same name for other content, hence the manifest's time and file key.
 *
 * @param generation the generation named
 * @param written when its manifest was written, or null if it has none
 * @param fileKey identity of the manifest file, or null where the file system has none
 */
record PublishedGeneration(
    Generation generation, @Nullable FileTime written, @Nullable Object fileKey) {

  /**
   * The generation that is published now, or empty if nothing is.
   *
   * @throws IOException if {@code CURRENT} cannot be read or names nothing
   */
  static Optional<PublishedGeneration> find(IndexDirectory directory) throws IOException {
    Optional<Generation> current = directory.findCurrent();
    return current.isEmpty() ? Optional.empty() : Optional.of(of(current.get()));
  }

  private static PublishedGeneration of(Generation generation) throws IOException {
    try {
      BasicFileAttributes manifest =
          Files.readAttributes(generation.manifestFile(), BasicFileAttributes.class);
      return new PublishedGeneration(generation, manifest.lastModifiedTime(), manifest.fileKey());
    } catch (NoSuchFileException e) {
      return new PublishedGeneration(generation, null, null);
    }
  }

  /** Opens and warms it; one sentence says why not. */
  OpenGeneration open(Iterable<WarmUp> warmUps, Duration searchLimit)
      throws UnusableIndexException {
    try {
      OpenGeneration open = OpenGeneration.open(generation, searchLimit);
      warm(open, warmUps);
      return open;
    } catch (IOException | RuntimeException e) {
      throw UnusableIndexException.of(generation, e);
    }
  }

  private static void warm(OpenGeneration open, Iterable<WarmUp> warmUps) throws IOException {
    try {
      for (WarmUp warmUp : warmUps) {
        warmUp.run(open);
      }
    } catch (Throwable e) { // an error, of memory for one, must not leave files open either
      IOUtils.closeWhileSuppressingExceptions(e, open::closeFiles);
      throw e;
    }
  }
}
