package org.studyatlas.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IncompatibleIndexException;
import org.studyatlas.schema.IndexFiles;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.schema.IndexSchema;
import org.studyatlas.schema.RecordStore;

/**
 * Checks one generation against its manifest.
 *
 * <p>{@link Depth#QUICK} reads every index file once; {@link Depth#DEEP} reads every record too,
 * and compares the statistics with theirs. Nothing is written into the generation, so that one on a
 * read-only disk can be checked. Needs eight bytes of heap a study; deep 200, and temporary files
 * of a quarter of the JSON's size.
 */
public final class IndexVerifier {

  private static final String SITE_POINT = "LocationGeoPoint";

  private final Generation generation;
  private final Depth depth;
  private final boolean published;
  private final Findings findings = new Findings();

  private IndexVerifier(Generation generation, Depth depth, boolean published) {
    this.generation = generation;
    this.depth = depth;
    this.published = published;
  }

  /**
   * Checks a generation. Damage is a difference, not an exception.
   *
   * @throws IncompatibleIndexException if this program cannot read the generation's format
   * @throws AccessDeniedException if this user may not read a file of it
   * @throws IOException if the temporary files of a deep check cannot be written
   */
  public static Verification verify(Generation generation, Depth depth) throws IOException {
    return verify(new IndexVerifier(generation, depth, true));
  }

  /** Checks one that is still to be published, quickly: all but its report, which comes last. */
  public static Verification verifyUnpublished(Generation generation) throws IOException {
    return verify(new IndexVerifier(generation, Depth.QUICK, false));
  }

  private static Verification verify(IndexVerifier verifier) throws IOException {
    try {
      verifier.requireAccess();
      return verifier.verify();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e.getCause());
    }
  }

  /** What this user may not read is not damaged; further down the two look alike. */
  private void requireAccess() throws IOException {
    try (Stream<Path> files = Files.walk(generation.path())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!Files.isReadable(file) && Files.exists(file)) {
          throw new AccessDeniedException(file.toString());
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (NoSuchFileException e) {
      // What is missing will be found to be.
    }
  }

  private Verification verify() throws IncompatibleIndexException {
    StudyWalk.Totals totals = StudyWalk.Totals.NONE;
    try {
      IndexManifest manifest = generation.manifest();
      try (Directory directory = IndexFiles.open(generation.lucene())) {
        LuceneCheck.check("lucene index", directory, depth, findings);
        if (findings.none()) {
          totals = checkContent(directory, manifest);
        }
      }
      if (published) {
        ReportCheck.check(generation, manifest, findings);
      }
    } catch (IncompatibleIndexException e) {
      throw e;
    } catch (IOException e) {
      findings.add("generation " + generation.name(), "readable", String.valueOf(e.getMessage()));
    }
    return new Verification(
        generation.name(),
        depth,
        totals.studies(),
        totals.sites(),
        totals.recordsRead(),
        findings.list());
  }

  private StudyWalk.Totals checkContent(Directory directory, IndexManifest manifest)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory);
        RecordStore store = new RecordStore(generation.records());
        StatsCheck stats = new StatsCheck(depth)) {
      RecordCheck records =
          new RecordCheck(store, depth, manifest.counts().indexed(), stats, findings);
      StudyWalk walk = new StudyWalk(records, findings);
      StudyWalk.Totals totals = walk.over(reader);
      IndexManifest.Counts counts = manifest.counts();
      findings.expectEqual(
          "records read = indexed + rejected + duplicates",
          counts.read(),
          counts.indexed() + counts.rejected() + counts.duplicates());
      findings.expectEqual("studies in the index", counts.indexed(), totals.studies());
      findings.expectEqual("sites in the index", counts.sites(), totals.sites());
      findings.expectEqual(
          "documents in the index", counts.indexed() + counts.sites(), reader.numDocs());
      checkQueries(new IndexSearcher(reader), counts);
      findings.expectEqual(
          "bytes of " + generation.records().getFileName(),
          totals.recordsEnd(),
          Files.size(generation.records()));
      if (!manifest.digest().equals(totals.digest())) {
        findings.add("digest of the records", manifest.digest(), totals.digest());
      }
      new NamesCheck(depth, findings).check(generation, counts);
      if (findings.none()) {
        stats.check(generation, store, counts.indexed(), findings);
      }
      return totals;
    }
  }

  private void checkQueries(IndexSearcher searcher, IndexManifest.Counts counts)
      throws IOException {
    findings.expectEqual(
        "documents marked as studies", counts.indexed(), searcher.count(BlockFields.studies()));
    findings.expectEqual(
        "documents marked as sites", counts.sites(), searcher.count(BlockFields.sites()));
    findings.expectEqual(
        "sites with coordinates",
        counts.sitesWithPoint(),
        searcher.count(IndexSchema.standard().get(SITE_POINT).exists()));
  }
}
