package org.studyatlas.build;

import java.util.Optional;
import org.studyatlas.schema.IndexManifest;

/** Decides whether so many rejected records are too many to publish. */
final class Refusal {

  private Refusal() {}

  /**
   * Why the index is not to be published, as one line, or empty.
   *
   * @throws UsageException if there was no record at all
   */
  static Optional<String> find(BuildOptions options, IndexManifest.Counts counts, String sourceName)
      throws UsageException {
    long rejected = counts.rejected();
    if (counts.read() == 0) {
      throw new UsageException("no study in %s; nothing was published".formatted(sourceName));
    }
    if (options.strict() && rejected > 0) {
      return Optional.of(
          "a record was rejected, nothing was published; leave out --strict to allow up to %s"
              .formatted(options.rejectedLimit()));
    }
    if (counts.indexed() == 0) {
      return Optional.of(
          "all %d records of %s were rejected; nothing was published: is it the registry's data?"
              .formatted(rejected, sourceName));
    }
    if (!options.rejectedLimit().allows(rejected, counts.read())) {
      return Optional.of(
          "%d of %d records were rejected, more than %s; nothing was published; to allow it, add --max-rejected %d"
              .formatted(rejected, counts.read(), options.rejectedLimit(), rejected));
    }
    return Optional.empty();
  }
}
